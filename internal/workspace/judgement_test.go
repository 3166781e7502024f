package workspace

import (
	"context"
	"errors"
	"testing"
	"time"

	"github.com/tflink/tflink/linkage"
	"github.com/tflink/tflink/linkage/normalize"
)

func TestJudgements(t *testing.T) {
	ctx := context.Background()
	ws, err := Open(t.TempDir(), Options{Create: true})
	if err != nil {
		t.Fatal(err)
	}
	defer ws.Close()
	at := time.Date(2024, 11, 30, 9, 0, 0, 0, time.UTC)
	first, err := ws.Judge(ctx, linkage.Judgement{A: "A", B: "B", Verdict: linkage.Different, Why: "two landlords", By: "mk"}, at)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := ws.Judge(ctx, linkage.Judgement{A: "A", B: "C", Verdict: linkage.Same}, at); err != nil {
		t.Fatal(err)
	}
	value := linkage.Judgement{A: "A", B: "C", Kind: normalize.KindPhone, Value: "585-555-0101", Verdict: linkage.Different, By: "mk", At: "2024-11-30T09:00:00Z"}
	if _, err := ws.Judge(ctx, value, at); err != nil {
		t.Fatal(err)
	}
	if err := ws.Undo(ctx, first, at.Add(time.Hour)); err != nil {
		t.Fatal(err)
	}
	if err := ws.Undo(ctx, first, at); !errors.Is(err, ErrUnknownJudgement) {
		t.Errorf("undone twice: %v", err)
	}
	all, err := ws.Judgements(ctx)
	if err != nil {
		t.Fatal(err)
	}
	if len(all) != 3 || all[2].Judgement != value || all[0].Undone != "2024-11-30T10:00:00Z" || all[1].Undone != "" || all[0].Why != "two landlords" {
		t.Errorf("judgements: %+v", all)
	}
}
