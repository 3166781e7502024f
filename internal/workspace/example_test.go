package workspace_test

import (
	"context"
	"fmt"
	"log"
	"os"
	"time"

	"github.com/tflink/tflink/internal/workspace"
	"github.com/tflink/tflink/linkage"
)

// A county sends its file twice, under two names: the second changes nothing.
func Example() {
	dir, err := os.MkdirTemp("", "workspace")
	if err != nil {
		log.Fatal(err)
	}
	defer os.RemoveAll(dir)
	ws, err := workspace.Open(dir, workspace.Options{Create: true})
	if err != nil {
		log.Fatal(err)
	}
	defer ws.Close()

	ctx := context.Background()
	imp, err := ws.BeginImport(ctx, time.Date(2024, 3, 1, 12, 0, 0, 0, time.UTC))
	if err != nil {
		log.Fatal(err)
	}
	defer imp.Rollback()
	for _, path := range []string{"/in/wyoming.csv", "/in/copy of wyoming.csv"} {
		file, err := imp.File(workspace.FileInfo{Path: path, Name: path, SHA256: "the same"})
		if err != nil {
			log.Fatal(err)
		}
		fmt.Println(path, file.Outcome)
		if !file.Read {
			continue
		}
		if err := imp.AddCase(file.ID, linkage.Case{ID: "WY-2024-0113", Agency: "Wyoming County Sheriff"}); err != nil {
			log.Fatal(err)
		}
	}
	if err := imp.Commit(); err != nil {
		log.Fatal(err)
	}
	stats, err := ws.Stats(ctx)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(stats.Files, "file,", stats.Cases, "case")
	// Output:
	// /in/wyoming.csv added
	// /in/copy of wyoming.csv unchanged
	// 1 file, 1 case
}
