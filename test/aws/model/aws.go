package main

import (
	"context"
	"errors"
	"sort"

	awssdk "github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/acm"
	acmtypes "github.com/aws/aws-sdk-go-v2/service/acm/types"
	ec2types "github.com/aws/aws-sdk-go-v2/service/ec2/types"
	"k8s.io/apimachinery/pkg/types"
	elbv2api "sigs.k8s.io/aws-load-balancer-controller/apis/elbv2/v1beta1"
	"sigs.k8s.io/aws-load-balancer-controller/pkg/aws/services"
	elbv2deploy "sigs.k8s.io/aws-load-balancer-controller/pkg/deploy/elbv2"
	"sigs.k8s.io/aws-load-balancer-controller/pkg/deploy/tracking"
	"sigs.k8s.io/aws-load-balancer-controller/pkg/networking"
)

// What stands in for AWS: an account with a VPC of three subnets, the certificates of the question, and nothing else.

// acmStandIn has the certificates that the controller looks for hosts in.
type acmStandIn struct {
	services.ACM
	domains map[string][]string
}

func (a acmStandIn) ListCertificatesAsList(context.Context, *acm.ListCertificatesInput) ([]acmtypes.CertificateSummary, error) {
	arns := make([]string, 0, len(a.domains))
	for arn := range a.domains {
		arns = append(arns, arn)
	}
	sort.Strings(arns)
	summaries := make([]acmtypes.CertificateSummary, 0, len(arns))
	for _, arn := range arns {
		summaries = append(summaries, acmtypes.CertificateSummary{CertificateArn: awssdk.String(arn)})
	}
	return summaries, nil
}

func (a acmStandIn) DescribeCertificateWithContext(_ context.Context, in *acm.DescribeCertificateInput) (*acm.DescribeCertificateOutput, error) {
	domains := a.domains[awssdk.ToString(in.CertificateArn)]
	return &acm.DescribeCertificateOutput{Certificate: &acmtypes.CertificateDetail{
		SubjectAlternativeNames: domains,
		Type:                    acmtypes.CertificateTypeAmazonIssued,
	}}, nil
}

// subnetsStandIn takes every subnet that is asked for, and finds three by itself.
type subnetsStandIn struct{}

func subnet(id string, zone string) ec2types.Subnet {
	return ec2types.Subnet{
		SubnetId:         awssdk.String(id),
		AvailabilityZone: awssdk.String(zone),
		CidrBlock:        awssdk.String("10.0.0.0/16"),
		VpcId:            awssdk.String(vpcID),
	}
}

func (subnetsStandIn) ResolveViaDiscovery(context.Context, ...networking.SubnetsResolveOption) ([]ec2types.Subnet, error) {
	return []ec2types.Subnet{subnet("subnet-a", "a"), subnet("subnet-b", "b"), subnet("subnet-c", "c")}, nil
}

func (s subnetsStandIn) ResolveViaSelector(ctx context.Context, selector elbv2api.SubnetSelector, _ ...networking.SubnetsResolveOption) ([]ec2types.Subnet, error) {
	if len(selector.IDs) == 0 {
		return s.ResolveViaDiscovery(ctx)
	}
	found := make([]ec2types.Subnet, 0, len(selector.IDs))
	for _, id := range selector.IDs {
		found = append(found, subnet(string(id), string(id)))
	}
	return found, nil
}

func (subnetsStandIn) ResolveViaNameOrIDSlice(_ context.Context, names []string, _ ...networking.SubnetsResolveOption) ([]ec2types.Subnet, error) {
	found := make([]ec2types.Subnet, 0, len(names))
	for _, name := range names {
		found = append(found, subnet(name, name))
	}
	return found, nil
}

func (subnetsStandIn) IsSubnetInLocalZoneOrOutpost(context.Context, string) (bool, error) {
	return false, nil
}

// securityGroupsStandIn has one group for the pods' side.
type securityGroupsStandIn struct{}

func (securityGroupsStandIn) Get(context.Context, networking.ResourceType, []types.NamespacedName) (string, error) {
	return "sg-backend", nil
}

func (securityGroupsStandIn) Release(context.Context, networking.ResourceType, []types.NamespacedName) error {
	return nil
}

func (securityGroupsStandIn) ResolveViaNameOrID(_ context.Context, names []string) ([]string, error) {
	return nil, errors.New("no security group is named by our manifests")
}

// tagsStandIn knows of no load balancer that is there already.
type tagsStandIn struct{ elbv2deploy.TaggingManager }

func (tagsStandIn) ListLoadBalancers(context.Context, ...tracking.TagFilter) ([]elbv2deploy.LoadBalancerWithTags, error) {
	return nil, nil
}

// vpcStandIn has one range of addresses.
type vpcStandIn struct{}

func (vpcStandIn) FetchVPCInfo(context.Context, string, ...networking.FetchVPCInfoOption) (networking.VPCInfo, error) {
	return networking.VPCInfo{
		CidrBlockAssociationSet: []ec2types.VpcCidrBlockAssociation{{
			CidrBlock:      awssdk.String("10.0.0.0/16"),
			CidrBlockState: &ec2types.VpcCidrBlockState{State: ec2types.VpcCidrBlockStateCodeAssociated},
		}},
	}, nil
}
