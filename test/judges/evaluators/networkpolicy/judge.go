// Package networkpolicy is the evaluator of kube-network-policies: its file networkpolicy.go is laid beside this one, which
// has what that asks for, and needs no kernel and no API server.
package networkpolicy

import (
	"context"
	"net"

	v1 "k8s.io/api/core/v1"
	networkingv1 "k8s.io/api/networking/v1"
	corelisters "k8s.io/client-go/listers/core/v1"
	networkinglisters "k8s.io/client-go/listers/networking/v1"
	"k8s.io/client-go/tools/cache"
)

// anyPort is one that connections are made from.
const anyPort = 40000

// Config is what the evaluator knows of its node.
type Config struct {
	NodeName string
}

// Controller is the cluster, as far as the evaluator looks at it.
type Controller struct {
	config              Config
	podLister           corelisters.PodLister
	namespaceLister     corelisters.NamespaceLister
	networkpolicyLister networkinglisters.NetworkPolicyLister
	pods                map[string]*v1.Pod
}

// New knows a cluster without one: pods by their addresses.
func New(policies []*networkingv1.NetworkPolicy, namespaces []*v1.Namespace, pods map[string]*v1.Pod) (*Controller, error) {
	policyStore := cache.NewIndexer(cache.MetaNamespaceKeyFunc, cache.Indexers{cache.NamespaceIndex: cache.MetaNamespaceIndexFunc})
	for _, policy := range policies {
		if err := policyStore.Add(policy); err != nil {
			return nil, err
		}
	}
	namespaceStore := cache.NewIndexer(cache.MetaNamespaceKeyFunc, cache.Indexers{})
	for _, namespace := range namespaces {
		if err := namespaceStore.Add(namespace); err != nil {
			return nil, err
		}
	}
	return &Controller{
		networkpolicyLister: networkinglisters.NewNetworkPolicyLister(policyStore),
		namespaceLister:     corelisters.NewNamespaceLister(namespaceStore),
		pods:                pods,
	}, nil
}

// Allows says whether a connection to a port of an address gets out of where it begins and into where it ends.
func (c *Controller) Allows(ctx context.Context, from, to string, port int, protocol v1.Protocol) bool {
	source, target := c.pods[from], c.pods[to]
	leaving := c.getNetworkPoliciesForPod(source)
	entering := c.getNetworkPoliciesForPod(target)
	return c.evaluator(ctx, leaving, networkingv1.PolicyTypeEgress, source, anyPort, target, net.ParseIP(to), port, protocol) &&
		c.evaluator(ctx, entering, networkingv1.PolicyTypeIngress, target, port, source, net.ParseIP(from), anyPort, protocol)
}
