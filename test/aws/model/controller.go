package main

import (
	"context"
	"encoding/json"
	"fmt"

	"github.com/go-logr/logr"
	corev1 "k8s.io/api/core/v1"
	networkingv1 "k8s.io/api/networking/v1"
	"k8s.io/client-go/tools/record"
	elbv2api "sigs.k8s.io/aws-load-balancer-controller/apis/elbv2/v1beta1"
	"sigs.k8s.io/aws-load-balancer-controller/pkg/annotations"
	"sigs.k8s.io/aws-load-balancer-controller/pkg/config"
	"sigs.k8s.io/aws-load-balancer-controller/pkg/deploy"
	"sigs.k8s.io/aws-load-balancer-controller/pkg/deploy/tracking"
	"sigs.k8s.io/aws-load-balancer-controller/pkg/ingress"
	lbcmetrics "sigs.k8s.io/aws-load-balancer-controller/pkg/metrics/lbc"
	"sigs.k8s.io/aws-load-balancer-controller/pkg/model/core"
	"sigs.k8s.io/aws-load-balancer-controller/pkg/service"
	"sigs.k8s.io/aws-load-balancer-controller/pkg/shared_constants"
	elbv2webhook "sigs.k8s.io/aws-load-balancer-controller/webhooks/elbv2"
	networkingwebhook "sigs.k8s.io/aws-load-balancer-controller/webhooks/networking"
	"sigs.k8s.io/controller-runtime/pkg/client"
)

const (
	vpcID       = "vpc-judge"
	clusterName = "judge"
	// The defaults of the controller's flags.
	defaultSSLPolicy  = "ELBSecurityPolicy-2016-08"
	defaultTargetType = "instance"
	defaultScheme     = "internal"
	nlbClass          = "service.k8s.aws/nlb"
)

// controller is the part of the AWS Load Balancer Controller that reads the cluster and decides.
type controller struct {
	client       client.Client
	metrics      lbcmetrics.MetricCollector
	groups       ingress.GroupLoader
	ingresses    ingress.ModelBuilder
	services     service.ModelBuilder
	serviceUtils service.ServiceUtils
}

func newController(k8s client.Client, certificates map[string][]string) controller {
	metrics := silentMetrics()
	gates := config.NewFeatureGates()
	ipTargets := gates.Enabled(config.EnableIPTargetType)
	groupsOfAWS := securityGroupsStandIn{}

	ofIngress := annotations.NewSuffixAnnotationParser(annotations.AnnotationPrefixIngress)
	auth := ingress.NewDefaultAuthConfigBuilder(ofIngress)
	backends := ingress.NewDefaultEnhancedBackendBuilder(k8s, ofIngress, auth, true, true)
	ingresses := ingress.NewDefaultModelBuilder(k8s, &record.FakeRecorder{}, nil, nil, nil, acmStandIn{domains: certificates},
		ofIngress, subnetsStandIn{}, auth, backends, tracking.NewDefaultProvider("ingress.k8s.aws", clusterName), tagsStandIn{},
		gates, vpcID, clusterName, nil, nil, defaultSSLPolicy, defaultTargetType, defaultScheme, groupsOfAWS, groupsOfAWS,
		true, false, false, nil, ipTargets, nil, logr.Discard(), metrics)
	groups := ingress.NewDefaultGroupLoader(k8s, &record.FakeRecorder{}, ofIngress, ingress.NewDefaultClassLoader(k8s, true),
		ingress.NewDefaultClassAnnotationMatcher("alb"), false)

	ofService := annotations.NewSuffixAnnotationParser("service.beta.kubernetes.io")
	utils := service.NewServiceUtils(ofService, shared_constants.ServiceFinalizer, nlbClass, gates)
	services := service.NewDefaultModelBuilder(ofService, subnetsStandIn{}, vpcStandIn{}, vpcID,
		tracking.NewDefaultProvider("service.k8s.aws", clusterName), tagsStandIn{}, nil, gates, clusterName, nil, nil,
		defaultSSLPolicy, defaultTargetType, defaultScheme, ipTargets, utils, groupsOfAWS, groupsOfAWS, true, false, false,
		logr.Discard(), metrics, gates.Enabled(config.EnableTCPUDPListenerType),
		service.NewDefaultEnhancedBackendBuilder(k8s, ofService, logr.Discard()))
	return controller{client: k8s, metrics: metrics, groups: groups, ingresses: ingresses, services: services, serviceUtils: utils}
}

// refused asks the webhooks that stand before the API server.
func (c controller) refused(ctx context.Context, objects []client.Object) map[string]string {
	ofIngress := networkingwebhook.NewIngressValidator(c.client, config.IngressConfig{IngressClass: "alb"}, logr.Discard(), c.metrics)
	ofParams := elbv2webhook.NewIngressClassParamsValidator(c.metrics)
	reasons := map[string]string{}
	for _, object := range objects {
		var err error
		switch object.(type) {
		case *networkingv1.Ingress:
			err = ofIngress.ValidateCreate(ctx, object)
		case *elbv2api.IngressClassParams:
			err = ofParams.ValidateCreate(ctx, object)
		}
		if err != nil {
			kind := object.GetObjectKind().GroupVersionKind().Kind
			reasons[fmt.Sprintf("%s %s/%s", kind, object.GetNamespace(), object.GetName())] = err.Error()
		}
	}
	return reasons
}

// judgeGroup builds the model of the group that an Ingress belongs to, unless it is there.
func (c controller) judgeGroup(ctx context.Context, one *networkingv1.Ingress, into map[string]verdict) {
	id, err := c.groups.LoadGroupIDIfAny(ctx, one)
	if err != nil {
		into[one.Namespace+"/"+one.Name] = verdict{Error: err.Error()}
		return
	}
	if id == nil {
		return
	}
	if _, done := into[id.String()]; done {
		return
	}
	group, err := c.groups.Load(ctx, *id)
	if err != nil {
		into[id.String()] = verdict{Error: err.Error()}
		return
	}
	stack, _, _, _, _, _, err := c.ingresses.Build(ctx, group, c.metrics)
	into[id.String()] = verdictOf(stack, err)
}

func (c controller) judgeService(ctx context.Context, one *corev1.Service, into map[string]verdict) {
	if !c.serviceUtils.IsServiceSupported(one) {
		return
	}
	stack, _, _, err := c.services.Build(ctx, one, c.metrics)
	into[one.Namespace+"/"+one.Name] = verdictOf(stack, err)
}

func verdictOf(stack core.Stack, err error) verdict {
	if err != nil {
		return verdict{Error: err.Error()}
	}
	model, err := deploy.NewDefaultStackMarshaller().Marshal(stack)
	if err != nil {
		return verdict{Error: err.Error()}
	}
	return verdict{Model: json.RawMessage(model)}
}
