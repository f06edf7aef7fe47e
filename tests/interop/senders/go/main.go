// Sends events by the Go SDK of CloudEvents, each as a structured, a binary and a batched request: one event a line
// of the standard input, one answer a line of the standard output. See ../../src/sdk-senders.fixture.ts.
package main

import (
	"bufio"
	"context"
	"encoding/json"
	"io"
	"net/http"
	"os"
	"time"

	cloudevents "github.com/cloudevents/sdk-go/v2"
	"github.com/cloudevents/sdk-go/v2/binding"
	cehttp "github.com/cloudevents/sdk-go/v2/protocol/http"
)

type sample struct {
	Name       string            `json:"name"`
	Attributes map[string]string `json:"attributes"`
	Extensions map[string]any    `json:"extensions"`
	Data       json.RawMessage   `json:"data"`
	Bytes      bool              `json:"bytes"`
}

type answer struct {
	Name       string          `json:"name"`
	Mode       string          `json:"mode"`
	Status     int             `json:"status,omitempty"`
	Body       json.RawMessage `json:"body,omitempty"`
	Unsendable string          `json:"unsendable,omitempty"`
}

func eventOf(told sample) (cloudevents.Event, error) {
	attributes := told.Attributes
	version := attributes["specversion"]
	if version == "" {
		version = cloudevents.VersionV1
	}
	event := cloudevents.NewEvent(version)
	event.SetID(attributes["id"])
	event.SetSource(attributes["source"])
	event.SetType(attributes["type"])
	if text, ok := attributes["time"]; ok {
		at, err := time.Parse(time.RFC3339Nano, text)
		if err != nil {
			return event, err
		}
		event.SetTime(at)
	}
	if subject, ok := attributes["subject"]; ok {
		event.SetSubject(subject)
	}
	if schema, ok := attributes["dataschema"]; ok {
		event.SetDataSchema(schema)
	}
	for name, value := range told.Extensions {
		if number, ok := value.(float64); ok {
			value = int32(number)
		}
		event.SetExtension(name, value)
	}
	if told.Bytes {
		return event, event.SetData(attributes["datacontenttype"], []byte(told.Data))
	}
	return event, event.SetData(attributes["datacontenttype"], told.Data)
}

func requestOf(mode string, url string, event cloudevents.Event) (*http.Request, error) {
	switch mode {
	case "structured":
		return cehttp.NewHTTPRequestFromEvent(binding.WithForceStructured(context.Background()), url, event)
	case "binary":
		return cehttp.NewHTTPRequestFromEvent(binding.WithForceBinary(context.Background()), url, event)
	default:
		return cehttp.NewHTTPRequestFromEvents(context.Background(), url, []cloudevents.Event{event})
	}
}

func send(mode string, url string, told sample) answer {
	unsendable := func(err error) answer {
		return answer{Name: told.Name, Mode: mode, Unsendable: err.Error()}
	}
	event, err := eventOf(told)
	if err != nil {
		return unsendable(err)
	}
	request, err := requestOf(mode, url, event)
	if err != nil {
		return unsendable(err)
	}
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		return unsendable(err)
	}
	defer response.Body.Close()
	body, err := io.ReadAll(response.Body)
	if err != nil {
		return unsendable(err)
	}
	return answer{Name: told.Name, Mode: mode, Status: response.StatusCode, Body: body}
}

func main() {
	lines := bufio.NewScanner(os.Stdin)
	out := json.NewEncoder(os.Stdout)
	for lines.Scan() {
		var told sample
		if err := json.Unmarshal(lines.Bytes(), &told); err != nil {
			panic(err)
		}
		for _, mode := range []string{"structured", "binary", "batch"} {
			if err := out.Encode(send(mode, os.Args[1], told)); err != nil {
				panic(err)
			}
		}
	}
}
