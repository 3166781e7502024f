package index_test

import (
	"context"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"slices"

	"github.com/tflink/tflink/index"
)

// An analyst has the last four digits of a phone.
func Example() {
	dir, err := os.MkdirTemp("", "index")
	if err != nil {
		log.Fatal(err)
	}
	defer os.RemoveAll(dir)
	dir = filepath.Join(dir, "index")

	phone := index.Value{Kind: "phone", Text: "585-555-0142", Key: "+15855550142", Form: index.Identifier}
	documents := []index.Document{
		{Type: index.Case, ID: "WY-2024-0113", Title: "WY-2024-0113", Values: []index.Value{phone}, Text: "White van at the farm."},
		{Type: index.Entity, ID: "phone +15855550142", Kind: "phone", Title: phone.Text, Values: []index.Value{phone}},
	}
	ctx := context.Background()
	if err := index.Build(ctx, dir, "state 1", slices.Values(documents), nil); err != nil {
		log.Fatal(err)
	}
	x, err := index.Open(dir, "state 1")
	if err != nil {
		log.Fatal(err)
	}
	defer x.Close()
	results, err := x.Search(ctx, "phone:0142 type:case", index.SearchOptions{})
	if err != nil {
		log.Fatal(err)
	}
	for _, hit := range results.Hits {
		f := hit.Fragments[0]
		fmt.Printf("%s: %s at %v\n", hit.Title, f.Text, f.Spans)
	}
	_, err = x.Search(ctx, "pone:0142", index.SearchOptions{})
	fmt.Println(err)
	// Output:
	// WY-2024-0113: 585-555-0142 at [{8 12}]
	// query, column 1: there is no field "pone"; did you mean phone?
}
