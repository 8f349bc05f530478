// One end of connections: it listens wherever it is asked to, or tries to connect and says what got through.
package main

import (
	"bufio"
	"errors"
	"fmt"
	"net"
	"os"
	"strings"
	"sync"
	"time"
)

// A refusal comes at once; silence may be a busy machine.
const (
	patience = 3 * time.Second
	tries    = 3
)

func main() {
	if len(os.Args) > 2 && os.Args[1] == "serve" {
		serve(os.Args[2:])
		return
	}
	if len(os.Args) == 3 && os.Args[1] == "ask" {
		ask(os.Args[2])
		return
	}
	if len(os.Args) == 3 && os.Args[1] == "watch" {
		watch(os.Args[2])
		return
	}
	fmt.Fprintln(os.Stderr, "usage: ends serve PORT/PROTOCOL… | ends ask|watch OWN-ADDRESS < lines of ADDRESS PORT PROTOCOL")
	os.Exit(2)
}

// Each address of the network namespace listens; a datagram must be answered by the address that it was sent to.
func serve(ports []string) {
	addresses, err := net.InterfaceAddrs()
	must(err)
	for _, each := range ports {
		port, protocol, _ := strings.Cut(each, "/")
		if protocol == "TCP" {
			listener, err := net.Listen("tcp4", ":"+port)
			must(err)
			go accept(listener)
			continue
		}
		for _, address := range addresses {
			if ip := address.(*net.IPNet).IP; ip.To4() != nil {
				conn, err := net.ListenPacket("udp4", net.JoinHostPort(ip.String(), port))
				must(err)
				go echo(conn)
			}
		}
	}
	fmt.Println("listening")
	select {}
}

func accept(listener net.Listener) {
	for {
		conn, err := listener.Accept()
		must(err)
		// Whoever forwards a port answers by itself that it is open.
		fmt.Fprintln(conn, "here")
		conn.Close()
	}
}

func echo(conn net.PacketConn) {
	buffer := make([]byte, 64)
	for {
		n, from, err := conn.ReadFrom(buffer)
		if err == nil {
			conn.WriteTo(buffer[:n], from)
		}
	}
}

// Prints "yes" or "no" for each line of the input, in its order.
func ask(own string) {
	var lines []string
	for scanner := bufio.NewScanner(os.Stdin); scanner.Scan(); {
		lines = append(lines, scanner.Text())
	}
	answers := make([]string, len(lines))
	slots := make(chan struct{}, 16)
	var all sync.WaitGroup
	for i, line := range lines {
		all.Add(1)
		slots <- struct{}{}
		go func() {
			defer func() { <-slots; all.Done() }()
			answers[i] = "no"
			if reaches(own, strings.Fields(line)) {
				answers[i] = "yes"
			}
		}()
	}
	all.Wait()
	fmt.Println(strings.Join(answers, "\n"))
}

func reaches(own string, to []string) bool {
	for range tries {
		err := connect(own, net.JoinHostPort(to[0], to[1]), to[2])
		var silence net.Error
		if !errors.As(err, &silence) || !silence.Timeout() {
			return err == nil
		}
	}
	return false
}

func connect(own, target, protocol string) error {
	ip := net.ParseIP(own)
	if protocol == "TCP" {
		dialer := net.Dialer{Timeout: patience, LocalAddr: &net.TCPAddr{IP: ip}}
		conn, err := dialer.Dial("tcp4", target)
		if err == nil {
			conn.Close()
		}
		return err
	}
	dialer := net.Dialer{Timeout: patience, LocalAddr: &net.UDPAddr{IP: ip}}
	conn, err := dialer.Dial("udp4", target)
	if err != nil {
		return err
	}
	defer conn.Close()
	conn.SetDeadline(time.Now().Add(patience))
	if _, err := conn.Write([]byte("anybody there?")); err != nil {
		return err
	}
	_, err = conn.Read(make([]byte, 64))
	return err
}

func must(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
