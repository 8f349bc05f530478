// The AWS Load Balancer Controller's own judgement of manifests: what it would build in AWS, without AWS.
//
// Reads one JSON document a line, {"objects": [...], "certificates": {"<arn>": ["<domain>"]}}, and answers each with a
// line: the model of every group of Ingresses and of every Service for an NLB, or the controller's error.
package main

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"

	"github.com/go-logr/logr"
	corev1 "k8s.io/api/core/v1"
	networkingv1 "k8s.io/api/networking/v1"
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/apimachinery/pkg/runtime/serializer"
	elbv2api "sigs.k8s.io/aws-load-balancer-controller/apis/elbv2/v1beta1"
	lbcmetrics "sigs.k8s.io/aws-load-balancer-controller/pkg/metrics/lbc"
	ctrl "sigs.k8s.io/controller-runtime"
	"sigs.k8s.io/controller-runtime/pkg/client"
	"sigs.k8s.io/controller-runtime/pkg/client/fake"
	ctrllog "sigs.k8s.io/controller-runtime/pkg/log"
)

type question struct {
	Objects      []json.RawMessage   `json:"objects"`
	Certificates map[string][]string `json:"certificates"`
}

type verdict struct {
	Model json.RawMessage `json:"model,omitempty"`
	Error string          `json:"error,omitempty"`
}

type answer struct {
	// What the controller's webhooks refuse, by kind, namespace and name.
	Refused map[string]string `json:"refused"`
	// By the name of the group.
	Groups map[string]verdict `json:"groups"`
	// By namespace and name.
	Services map[string]verdict `json:"services"`
	// What stops the judge itself.
	Error string `json:"error,omitempty"`
}

func main() {
	ctrllog.SetLogger(logr.Discard())
	in := bufio.NewReader(os.Stdin)
	out := json.NewEncoder(os.Stdout)
	for {
		line, err := in.ReadBytes('\n')
		if len(line) > 1 {
			if err := out.Encode(judge(line)); err != nil {
				fmt.Fprintln(os.Stderr, err)
				os.Exit(1)
			}
		}
		if err == io.EOF {
			return
		}
		if err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
	}
}

func judge(line []byte) (given answer) {
	// A call that no stand-in answers is a nil interface.
	defer func() {
		if trouble := recover(); trouble != nil {
			given = answer{Error: fmt.Sprint(trouble)}
		}
	}()
	var asked question
	if err := json.Unmarshal(line, &asked); err != nil {
		return answer{Error: err.Error()}
	}
	scheme, err := kinds()
	if err != nil {
		return answer{Error: err.Error()}
	}
	objects, err := decode(scheme, asked.Objects)
	if err != nil {
		return answer{Error: err.Error()}
	}
	ctx := context.Background()
	controller := newController(fake.NewClientBuilder().WithScheme(scheme).WithObjects(objects...).Build(), asked.Certificates)
	result := answer{Refused: controller.refused(ctx, objects), Groups: map[string]verdict{}, Services: map[string]verdict{}}
	for _, object := range objects {
		switch one := object.(type) {
		case *networkingv1.Ingress:
			controller.judgeGroup(ctx, one, result.Groups)
		case *corev1.Service:
			controller.judgeService(ctx, one, result.Services)
		}
	}
	return result
}

func kinds() (*runtime.Scheme, error) {
	scheme := runtime.NewScheme()
	for _, add := range []func(*runtime.Scheme) error{corev1.AddToScheme, networkingv1.AddToScheme, elbv2api.AddToScheme} {
		if err := add(scheme); err != nil {
			return nil, err
		}
	}
	return scheme, nil
}

func decode(scheme *runtime.Scheme, raw []json.RawMessage) ([]client.Object, error) {
	decoder := serializer.NewCodecFactory(scheme, serializer.EnableStrict).UniversalDeserializer()
	objects := make([]client.Object, 0, len(raw))
	for _, text := range raw {
		decoded, _, err := decoder.Decode(text, nil, nil)
		if err != nil {
			return nil, err
		}
		object, ok := decoded.(client.Object)
		if !ok {
			return nil, fmt.Errorf("objects must be single objects, got %T", decoded)
		}
		objects = append(objects, object)
	}
	return objects, nil
}

func silentMetrics() lbcmetrics.MetricCollector {
	return lbcmetrics.NewCollector(nil, nil, nil, ctrl.Log)
}
