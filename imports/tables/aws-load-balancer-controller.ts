// Written by `npm run imports`; change imports/write, not this file.

/** The known fields of sigs.k8s.io/aws-load-balancer-controller 0.0.0-20260109171550-3b9bdb1e3fb2; imports/tables/index.ts says how to read it. */
export const TABLE = `
kinds
 elbv2.k8s.aws/v1alpha1/TargetGroupBinding TargetGroupBinding2
 elbv2.k8s.aws/v1beta1/IngressClassParams IngressClassParams
 elbv2.k8s.aws/v1beta1/TargetGroupBinding TargetGroupBinding

IngressClassParams
 apiVersion string
 kind string
 metadata! ObjectMeta
 spec IngressClassParamsSpec

IngressClassParamsSpec
 PrefixListsIDs []string
 certificateArn []string
 group IngressClassParamsSpecGroup
 inboundCIDRs []string
 ipAddressType "ipv4"|"dualstack"|"dualstack-without-public-ipv4"
 ipamConfiguration IngressClassParamsSpecIpamConfiguration
 listeners []IngressClassParamsSpecListeners
 loadBalancerAttributes []IngressClassParamsSpecListenersListenerAttributes
 loadBalancerName string
 minimumLoadBalancerCapacity IngressClassParamsSpecMinimumLoadBalancerCapacity
 namespaceSelector IngressClassParamsSpecNamespaceSelector
 prefixListsIDs []string
 scheme "internal"|"internet-facing"
 sslPolicy string
 sslRedirectPort string
 subnets IngressClassParamsSpecSubnets
 tags []IngressClassParamsSpecListenersListenerAttributes
 targetType "instance"|"ip"
 wafv2AclArn string
 wafv2AclName string

IngressClassParamsSpecGroup
 name! string

IngressClassParamsSpecIpamConfiguration
 ipv4IPAMPoolId string

IngressClassParamsSpecListeners
 listenerAttributes []IngressClassParamsSpecListenersListenerAttributes
 port integer
 protocol string

IngressClassParamsSpecListenersListenerAttributes
 key! string
 value! string

IngressClassParamsSpecMinimumLoadBalancerCapacity
 capacityUnits! integer

IngressClassParamsSpecNamespaceSelector
 matchExpressions []IngressClassParamsSpecNamespaceSelectorMatchExpressions
 matchLabels {}string

IngressClassParamsSpecNamespaceSelectorMatchExpressions
 key! string
 operator! string
 values []string

IngressClassParamsSpecSubnets
 ids []string
 tags {}[]string

TargetGroupBinding
 apiVersion string
 kind string
 metadata! ObjectMeta
 spec TargetGroupBindingSpec
 status any

TargetGroupBinding2
 apiVersion string
 kind string
 metadata! ObjectMeta
 spec TargetGroupBindingSpec2
 status any

TargetGroupBindingSpec
 assumeRoleExternalId string
 iamRoleArnToAssume string
 ipAddressType "ipv4"|"ipv6"
 multiClusterTargetGroup boolean
 networking TargetGroupBindingSpecNetworking
 nodeSelector IngressClassParamsSpecNamespaceSelector
 serviceRef! TargetGroupBindingSpecServiceRef
 targetGroupARN string
 targetGroupName string
 targetGroupProtocol "HTTP"|"HTTPS"|"TCP"|"TLS"|"UDP"|"TCP_UDP"|"QUIC"|"TCP_QUIC"
 targetType "instance"|"ip"
 vpcID string

TargetGroupBindingSpec2
 assumeRoleExternalId string
 iamRoleArnToAssume string
 multiClusterTargetGroup boolean
 networking TargetGroupBindingSpecNetworking
 serviceRef! TargetGroupBindingSpecServiceRef
 targetGroupARN string
 targetGroupName string
 targetType "instance"|"ip"

TargetGroupBindingSpecNetworking
 ingress []TargetGroupBindingSpecNetworkingIngress

TargetGroupBindingSpecNetworkingIngress
 from! []TargetGroupBindingSpecNetworkingIngressFrom
 ports! []TargetGroupBindingSpecNetworkingIngressPorts

TargetGroupBindingSpecNetworkingIngressFrom
 ipBlock TargetGroupBindingSpecNetworkingIngressFromIpBlock
 securityGroup TargetGroupBindingSpecNetworkingIngressFromSecurityGroup

TargetGroupBindingSpecNetworkingIngressFromIpBlock
 cidr! string

TargetGroupBindingSpecNetworkingIngressFromSecurityGroup
 groupID! string

TargetGroupBindingSpecNetworkingIngressPorts
 port int-or-string
 protocol "TCP"|"UDP"

TargetGroupBindingSpecServiceRef
 name! string
 port! int-or-string
`;
