// Written by `npm run imports`; change imports/write, not this file.

// Types of sigs.k8s.io/aws-load-balancer-controller 0.0.0-20260109171550-3b9bdb1e3fb2.
import type { IntOrString, ObjectMeta } from './k8s';

/** IngressClassParams is the Schema for the IngressClassParams API */
export interface IngressClassParams {
  /** APIVersion defines the versioned schema of this representation of an object. */
  readonly apiVersion: 'elbv2.k8s.aws/v1beta1';
  /** Kind is a string value representing the REST resource this object represents. */
  readonly kind: 'IngressClassParams';
  readonly metadata: ObjectMeta;
  /** IngressClassParamsSpec defines the desired state of IngressClassParams */
  readonly spec?: IngressClassParamsSpec;
}

/** IngressClassParamsSpec defines the desired state of IngressClassParams */
export interface IngressClassParamsSpec {
  /** PrefixListsIDsLegacy defines the security group prefix lists for all Ingresses that belong to IngressClass with this IngressClassParams. */
  readonly PrefixListsIDs?: ReadonlyArray<string>;
  /** CertificateArn specifies the ARN of the certificates for all Ingresses that belong to IngressClass with this IngressClassParams. */
  readonly certificateArn?: ReadonlyArray<string>;
  /** Group defines the IngressGroup for all Ingresses that belong to IngressClass with this IngressClassParams. */
  readonly group?: IngressClassParamsSpecGroup;
  /** InboundCIDRs specifies the CIDRs that are allowed to access the Ingresses that belong to IngressClass with this IngressClassParams. */
  readonly inboundCIDRs?: ReadonlyArray<string>;
  /** IPAddressType defines the ip address type for all Ingresses that belong to IngressClass with this IngressClassParams. */
  readonly ipAddressType?: 'ipv4' | 'dualstack' | 'dualstack-without-public-ipv4';
  /** IPAMConfiguration defines the IPAM settings for a Load Balancer. */
  readonly ipamConfiguration?: IngressClassParamsSpecIpamConfiguration;
  /** Listeners define a list of listeners with their protocol, port and attributes. */
  readonly listeners?: ReadonlyArray<IngressClassParamsSpecListeners>;
  /** LoadBalancerAttributes define the custom attributes to LoadBalancers for all Ingress that that belong to IngressClass with this … */
  readonly loadBalancerAttributes?: ReadonlyArray<IngressClassParamsSpecListenersListenerAttributes>;
  /** LoadBalancerName defines the name of the load balancer that will be created with this IngressClassParams. */
  readonly loadBalancerName?: string;
  /** MinimumLoadBalancerCapacity define the capacity reservation for LoadBalancers for all Ingress that belong to IngressClass with this … */
  readonly minimumLoadBalancerCapacity?: IngressClassParamsSpecMinimumLoadBalancerCapacity;
  /** NamespaceSelector restrict the namespaces of Ingresses that are allowed to specify the IngressClass with this IngressClassParams. */
  readonly namespaceSelector?: IngressClassParamsSpecNamespaceSelector;
  /** PrefixListsIDs defines the security group prefix lists for all Ingresses that belong to IngressClass with this IngressClassParams. */
  readonly prefixListsIDs?: ReadonlyArray<string>;
  /** Scheme defines the scheme for all Ingresses that belong to IngressClass with this IngressClassParams. */
  readonly scheme?: 'internal' | 'internet-facing';
  /** SSLPolicy specifies the SSL Policy for all Ingresses that belong to IngressClass with this IngressClassParams. */
  readonly sslPolicy?: string;
  /** SSLRedirectPort specifies the SSL Redirect Port for all Ingresses that belong to IngressClass with this IngressClassParams. */
  readonly sslRedirectPort?: string;
  /** Subnets defines the subnets for all Ingresses that belong to IngressClass with this IngressClassParams. */
  readonly subnets?: IngressClassParamsSpecSubnets;
  /** Tags defines list of Tags on AWS resources provisioned for Ingresses that belong to IngressClass with this IngressClassParams. */
  readonly tags?: ReadonlyArray<IngressClassParamsSpecListenersListenerAttributes>;
  /** TargetType defines the target type of target groups for all Ingresses that belong to IngressClass with this IngressClassParams. */
  readonly targetType?: 'instance' | 'ip';
  /** WAFv2ACLArn specifies ARN for the Amazon WAFv2 web ACL. */
  readonly wafv2AclArn?: string;
  /** WAFv2ACLName specifies name of the Amazon WAFv2 web ACL. */
  readonly wafv2AclName?: string;
}

/** Group defines the IngressGroup for all Ingresses that belong to IngressClass with this IngressClassParams. */
export interface IngressClassParamsSpecGroup {
  /** Name is the name of IngressGroup. */
  readonly name: string;
}

/** IPAMConfiguration defines the IPAM settings for a Load Balancer. */
export interface IngressClassParamsSpecIpamConfiguration {
  /** IPv4IPAMPoolId defines the IPAM pool ID used for IPv4 Addresses on the ALB. */
  readonly ipv4IPAMPoolId?: string;
}

export interface IngressClassParamsSpecListeners {
  /** The attributes of the listener */
  readonly listenerAttributes?: ReadonlyArray<IngressClassParamsSpecListenersListenerAttributes>;
  /** The port of the listener */
  readonly port?: number;
  /** The protocol of the listener */
  readonly protocol?: string;
}

/** Attributes defines custom attributes on resources. */
export interface IngressClassParamsSpecListenersListenerAttributes {
  /** The key of the attribute. */
  readonly key: string;
  /** The value of the attribute. */
  readonly value: string;
}

/** MinimumLoadBalancerCapacity define the capacity reservation for LoadBalancers for all Ingress that belong to IngressClass with this … */
export interface IngressClassParamsSpecMinimumLoadBalancerCapacity {
  /** The Capacity Units Value. */
  readonly capacityUnits: number;
}

/** NamespaceSelector restrict the namespaces of Ingresses that are allowed to specify the IngressClass with this IngressClassParams. */
export interface IngressClassParamsSpecNamespaceSelector {
  /** matchExpressions is a list of label selector requirements. */
  readonly matchExpressions?: ReadonlyArray<IngressClassParamsSpecNamespaceSelectorMatchExpressions>;
  /** matchLabels is a map of {key,value} pairs. */
  readonly matchLabels?: Readonly<Record<string, string>>;
}

/** A label selector requirement is a selector that contains values, a key, and an operator that relates the key and values. */
export interface IngressClassParamsSpecNamespaceSelectorMatchExpressions {
  /** key is the label key that the selector applies to. */
  readonly key: string;
  /** operator represents a key's relationship to a set of values. */
  readonly operator: string;
  /** values is an array of string values. */
  readonly values?: ReadonlyArray<string>;
}

/** Subnets defines the subnets for all Ingresses that belong to IngressClass with this IngressClassParams. */
export interface IngressClassParamsSpecSubnets {
  /** IDs specify the resource IDs of subnets. */
  readonly ids?: ReadonlyArray<string>;
  /** Tags specifies subnets in the load balancer's VPC where each tag specified in the map key contains one of the values in the corresponding … */
  readonly tags?: Readonly<Record<string, ReadonlyArray<string>>>;
}

/** TargetGroupBinding is the Schema for the TargetGroupBinding API */
export interface TargetGroupBinding {
  /** APIVersion defines the versioned schema of this representation of an object. */
  readonly apiVersion: 'elbv2.k8s.aws/v1beta1';
  /** Kind is a string value representing the REST resource this object represents. */
  readonly kind: 'TargetGroupBinding';
  readonly metadata: ObjectMeta;
  /** TargetGroupBindingSpec defines the desired state of TargetGroupBinding */
  readonly spec?: TargetGroupBindingSpec;
}

/** TargetGroupBindingSpec defines the desired state of TargetGroupBinding */
export interface TargetGroupBindingSpec {
  /** IAM Role ARN to assume when calling AWS APIs. */
  readonly assumeRoleExternalId?: string;
  /** IAM Role ARN to assume when calling AWS APIs. */
  readonly iamRoleArnToAssume?: string;
  /** ipAddressType specifies whether the target group is of type IPv4 or IPv6. */
  readonly ipAddressType?: 'ipv4' | 'ipv6';
  /** MultiClusterTargetGroup Denotes if the TargetGroup is shared among multiple clusters */
  readonly multiClusterTargetGroup?: boolean;
  /** networking defines the networking rules to allow ELBV2 LoadBalancer to access targets in TargetGroup. */
  readonly networking?: TargetGroupBindingSpecNetworking;
  /** node selector for instance type target groups to only register certain nodes */
  readonly nodeSelector?: IngressClassParamsSpecNamespaceSelector;
  /** serviceRef is a reference to a Kubernetes Service and ServicePort. */
  readonly serviceRef: TargetGroupBindingSpecServiceRef;
  /** targetGroupARN is the Amazon Resource Name (ARN) for the TargetGroup. */
  readonly targetGroupARN?: string;
  /** targetGroupName is the Name of the TargetGroup. */
  readonly targetGroupName?: string;
  /** targetGroupProtocol is the Protocol of the TargetGroup. */
  readonly targetGroupProtocol?: 'HTTP' | 'HTTPS' | 'TCP' | 'TLS' | 'UDP' | 'TCP_UDP' | 'QUIC' | 'TCP_QUIC';
  /** targetType is the TargetType of TargetGroup. */
  readonly targetType?: 'instance' | 'ip';
  /** VpcID is the VPC of the TargetGroup. */
  readonly vpcID?: string;
}

/** networking defines the networking rules to allow ELBV2 LoadBalancer to access targets in TargetGroup. */
export interface TargetGroupBindingSpecNetworking {
  /** List of ingress rules to allow ELBV2 LoadBalancer to access targets in TargetGroup. */
  readonly ingress?: ReadonlyArray<TargetGroupBindingSpecNetworkingIngress>;
}

/** NetworkingIngressRule defines a particular set of traffic that is allowed to access TargetGroup's targets. */
export interface TargetGroupBindingSpecNetworkingIngress {
  /** List of peers which should be able to access the targets in TargetGroup. */
  readonly from: ReadonlyArray<TargetGroupBindingSpecNetworkingIngressFrom>;
  /** List of ports which should be made accessible on the targets in TargetGroup. */
  readonly ports: ReadonlyArray<TargetGroupBindingSpecNetworkingIngressPorts>;
}

/** NetworkingPeer defines the source/destination peer for networking rules. */
export interface TargetGroupBindingSpecNetworkingIngressFrom {
  /** IPBlock defines an IPBlock peer. */
  readonly ipBlock?: TargetGroupBindingSpecNetworkingIngressFromIpBlock;
  /** SecurityGroup defines a SecurityGroup peer. */
  readonly securityGroup?: TargetGroupBindingSpecNetworkingIngressFromSecurityGroup;
}

/** IPBlock defines an IPBlock peer. */
export interface TargetGroupBindingSpecNetworkingIngressFromIpBlock {
  /** CIDR is the network CIDR. */
  readonly cidr: string;
}

/** SecurityGroup defines a SecurityGroup peer. */
export interface TargetGroupBindingSpecNetworkingIngressFromSecurityGroup {
  /** GroupID is the EC2 SecurityGroupID. */
  readonly groupID: string;
}

/** NetworkingPort defines the port and protocol for networking rules. */
export interface TargetGroupBindingSpecNetworkingIngressPorts {
  /** The port which traffic must match. */
  readonly port?: IntOrString;
  /** The protocol which traffic must match. */
  readonly protocol?: 'TCP' | 'UDP';
}

/** serviceRef is a reference to a Kubernetes Service and ServicePort. */
export interface TargetGroupBindingSpecServiceRef {
  /** Name is the name of the Service. */
  readonly name: string;
  /** Port is the port of the ServicePort. */
  readonly port: IntOrString;
}
