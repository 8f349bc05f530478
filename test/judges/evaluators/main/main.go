// Command network-judges asks two evaluators of NetworkPolicies, of other people, about networks: a line of JSON each on
// its input, a line with both answers to each question on its output.
package main

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"os"

	"build/judges/networkpolicy"

	"github.com/mattfenwick/cyclonus/pkg/matcher"
	v1 "k8s.io/api/core/v1"
	networkingv1 "k8s.io/api/networking/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
)

const largestLine = 1 << 28

// End is a pod, or an address that is no pod's.
type End struct {
	IP  string `json:"ip"`
	Pod *struct {
		Namespace string            `json:"namespace"`
		Labels    map[string]string `json:"labels"`
	} `json:"pod"`
}

// Question is whether an end may connect to another; both by their place in the list.
type Question struct {
	From     int         `json:"from"`
	To       int         `json:"to"`
	Port     int         `json:"port"`
	Protocol v1.Protocol `json:"protocol"`
}

// Network is what a cluster has, and what is asked about it.
type Network struct {
	Policies   []*networkingv1.NetworkPolicy `json:"policies"`
	Namespaces map[string]map[string]string  `json:"namespaces"`
	Ends       []End                         `json:"ends"`
	Questions  []Question                    `json:"questions"`
}

// Answers has one for each question.
type Answers struct {
	Cyclonus            []bool `json:"cyclonus"`
	KubeNetworkPolicies []bool `json:"kubeNetworkPolicies"`
}

func main() {
	lines := bufio.NewScanner(os.Stdin)
	lines.Buffer(nil, largestLine)
	out := json.NewEncoder(os.Stdout)
	for lines.Scan() {
		var network Network
		failOn(json.Unmarshal(lines.Bytes(), &network))
		failOn(out.Encode(Answers{Cyclonus: byCyclonus(network), KubeNetworkPolicies: byKubeNetworkPolicies(network)}))
	}
	failOn(lines.Err())
}

func byCyclonus(network Network) []bool {
	policy := matcher.BuildNetworkPolicies(true, network.Policies)
	peers := make([]*matcher.TrafficPeer, len(network.Ends))
	for index, end := range network.Ends {
		peers[index] = &matcher.TrafficPeer{IP: end.IP}
		if end.Pod != nil {
			peers[index].Internal = &matcher.InternalPeer{
				Namespace:       end.Pod.Namespace,
				NamespaceLabels: network.Namespaces[end.Pod.Namespace],
				PodLabels:       end.Pod.Labels,
			}
		}
	}
	answers := make([]bool, len(network.Questions))
	for index, question := range network.Questions {
		answers[index] = policy.IsTrafficAllowed(&matcher.Traffic{
			Source:       peers[question.From],
			Destination:  peers[question.To],
			ResolvedPort: question.Port,
			Protocol:     question.Protocol,
		}).IsAllowed()
	}
	return answers
}

func byKubeNetworkPolicies(network Network) []bool {
	namespaces := []*v1.Namespace{}
	for name, labels := range network.Namespaces {
		namespaces = append(namespaces, &v1.Namespace{ObjectMeta: metav1.ObjectMeta{Name: name, Labels: labels}})
	}
	pods := map[string]*v1.Pod{}
	for index, end := range network.Ends {
		if end.Pod != nil {
			pods[end.IP] = &v1.Pod{ObjectMeta: metav1.ObjectMeta{
				Name:      fmt.Sprintf("pod-%d", index),
				Namespace: end.Pod.Namespace,
				Labels:    end.Pod.Labels,
			}}
		}
	}
	judge, err := networkpolicy.New(network.Policies, namespaces, pods)
	failOn(err)
	ctx := context.Background()
	answers := make([]bool, len(network.Questions))
	for index, question := range network.Questions {
		from, to := network.Ends[question.From].IP, network.Ends[question.To].IP
		answers[index] = judge.Allows(ctx, from, to, question.Port, question.Protocol)
	}
	return answers
}

func failOn(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
