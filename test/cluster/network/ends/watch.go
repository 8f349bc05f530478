package main

import (
	"bufio"
	"fmt"
	"net"
	"os"
	"strings"
	"sync"
	"time"
)

// Between two tries of one target; each is a connection of its own, as of a load balancer that keeps none open.
const pause = 5 * time.Millisecond

// Tries each line of the input again and again, from an empty line on until the input ends. Prints "watching", and at the
// end of each try the number of its line, the milliseconds at which it began and that it took, and "yes" or "no".
func watch(own string) {
	var targets [][]string
	input := bufio.NewScanner(os.Stdin)
	for input.Scan() && input.Text() != "" {
		targets = append(targets, strings.Fields(input.Text()))
	}
	fmt.Println("watching")
	over := make(chan struct{})
	tried := make([][]string, len(targets))
	var all sync.WaitGroup
	start := time.Now()
	for i, to := range targets {
		all.Add(1)
		go func() {
			defer all.Done()
			tried[i] = triesOf(own, i, to, start, over)
		}()
	}
	for input.Scan() {
	}
	close(over)
	all.Wait()
	for _, lines := range tried {
		fmt.Println(strings.Join(lines, "\n"))
	}
}

func triesOf(own string, line int, to []string, start time.Time, over <-chan struct{}) (tried []string) {
	for {
		began := time.Now()
		answer := "yes"
		if connect(own, net.JoinHostPort(to[0], to[1]), to[2]) != nil {
			answer = "no"
		}
		took := time.Since(began).Milliseconds()
		tried = append(tried, fmt.Sprint(line, " ", began.Sub(start).Milliseconds(), " ", took, " ", answer))
		select {
		case <-over:
			return tried
		case <-time.After(pause):
		}
	}
}
