package eval_test

import (
	"fmt"
	"strings"

	"github.com/tflink/tflink/linkage/eval"
)

// Wyoming's two cases and Erie's one are one ring; Monroe's has nothing to do
// with it. The linker missed Erie's.
func ExampleAlign() {
	truth, _ := eval.ReadTruth(strings.NewReader("case,cluster\nWY-1,ring\nWY-2,ring\nER-7,ring\nMO-3,MO-3\n"))
	found, _ := eval.ReadAssignments(strings.NewReader(
		`{"type":"assignment","case":"WY-1","cluster":"C-A"}
		 {"type":"assignment","case":"WY-2","cluster":"C-A"}
		 {"type":"assignment","case":"ER-7","cluster":"C-B"}
		 {"type":"assignment","case":"MO-3","cluster":"C-C"}`))
	a := eval.Align(truth, found)
	p := a.Pairs()
	fmt.Printf("%d of %d pairs found, %d wrong: precision %.2f, recall %.2f, F1 %.2f\n",
		p.Both, p.Truth, p.Found-p.Both, p.Precision(), p.Recall(), p.F1())
	fmt.Printf("B-cubed F1 %.2f\n", a.BCubed().F1())
	// Output:
	// 1 of 3 pairs found, 0 wrong: precision 1.00, recall 0.33, F1 0.50
	// B-cubed F1 0.80
}

// Probabilities are right when, of the pairs said to belong together with 0.9,
// nine in ten do.
func ExampleCalibrate() {
	var said []eval.Prediction
	for i := range 10 {
		said = append(said, eval.Prediction{Probability: .9, Right: i < 9})
	}
	c := eval.Calibrate(said, 10)
	fmt.Printf("error %.3f, Brier %.3f\n", c.Expected, c.Brier)
	// Output:
	// error 0.000, Brier 0.090
}

func ExamplePairsOf() {
	p := eval.PairsOf([]string{"r", "r", "s"}, []int{1, 1, 1})
	fmt.Println(p.Both, p.Truth, p.Found)
	// Output:
	// 1 1 3
}

func ExampleBCubedOf() {
	b := eval.BCubedOf([]string{"r", "r", "s", "s"}, []int{1, 1, 1, 1})
	fmt.Println(b.Precision, b.Recall)
	// Output:
	// 0.5 1
}

func ExampleBySize() {
	for _, s := range eval.BySize([]string{"r", "r", "s"}, []int{1, 1, 2}) {
		fmt.Println(s.Min, s.Cases, s.Whole)
	}
	// Output:
	// 1 1 1
	// 2 2 2
}
