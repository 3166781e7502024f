package eval

// A Prediction is a probability that was stated, and how it turned out.
type Prediction struct {
	Probability float64 // in [0, 1]
	Right       bool
}

// A Calibration says how far stated probabilities can be taken at their word.
type Calibration struct {
	Bins     []Bin   // of equal width, empty ones included: the reliability diagram
	Expected float64 // expected calibration error: mean gap between stated and seen, by bin, weighted by count
	Brier    float64 // mean squared error of the probabilities; 0 is perfect
	// BaseBrier is the Brier score of always stating the share that was right:
	// what probabilities must beat to say anything.
	BaseBrier float64
	BaseRate  float64 // the share that was right
}

// A Bin holds the predictions with probabilities in [From, To); the last one
// also those of exactly 1.
type Bin struct {
	From, To float64
	Count    int
	Right    int
	Stated   float64 // mean probability; 0 if the bin is empty
}

// Seen returns the share of the bin that was right; 0 if it is empty.
func (b Bin) Seen() float64 {
	if b.Count == 0 {
		return 0
	}
	return float64(b.Right) / float64(b.Count)
}

// Calibrate sorts the predictions into so many bins (at least 1). Probabilities
// outside [0, 1] count as the nearer end. Without predictions all scores are 0.
// It costs O(n + bins). Expected calibration error: Naeini, Cooper and
// Hauskrecht 2015; the score: Brier 1950.
func Calibrate(predictions []Prediction, bins int) Calibration {
	bins = max(bins, 1)
	c := Calibration{Bins: make([]Bin, bins)}
	for i := range c.Bins {
		c.Bins[i].From, c.Bins[i].To = float64(i)/float64(bins), float64(i+1)/float64(bins)
	}
	right := 0
	for _, p := range predictions {
		stated := min(max(p.Probability, 0), 1)
		b := &c.Bins[min(int(stated*float64(bins)), bins-1)]
		b.Count++
		b.Stated += stated
		outcome := 0.0
		if p.Right {
			outcome = 1
			b.Right++
			right++
		}
		c.Brier += (stated - outcome) * (stated - outcome)
	}
	if len(predictions) == 0 {
		return c
	}
	n := float64(len(predictions))
	c.Brier /= n
	c.BaseRate = float64(right) / n
	c.BaseBrier = c.BaseRate * (1 - c.BaseRate)
	for i := range c.Bins {
		b := &c.Bins[i]
		if b.Count == 0 {
			continue
		}
		b.Stated /= float64(b.Count)
		c.Expected += float64(b.Count) / n * abs(b.Stated-b.Seen())
	}
	return c
}

func abs(x float64) float64 { return max(x, -x) }
