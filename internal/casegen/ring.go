package casegen

// A window is a value that a ring uses from one day to another.
type window struct {
	value    Value
	from, to int
}

// plantRings adds rings until their share of the cases is reached.
func (w *world) plantRings() {
	for planted := 0; planted < int(w.RingShare*float64(w.size)); {
		size := min(w.logUniform(w.RingMin, w.RingMax), w.size-len(w.cases))
		if size < 2 {
			return
		}
		w.rings++
		w.plantRing(size)
		planted += size
	}
}

// plantRing adds the cases of one ring: phones and cars follow each other in
// windows that overlap, so that a chain of cases joins them all or nearly all.
func (w *world) plantRing(size int) {
	from, to := w.lifetime(size)
	home := w.r.IntN(len(Counties))
	reach := 1 + w.r.IntN(w.RingCounties)
	var things []window
	things = append(things, w.series(w.values.phone, size, w.CasesPerPhone, from, to)...)
	onlyPhones := size <= 6 && w.chance(.3)
	if !onlyPhones {
		things = append(things, w.series(w.values.plate, size, w.CasesPerCar, from, to)...)
		things = append(things, w.belongings(home, from, to)...)
	}
	var suspects []string
	for range 1 + w.r.IntN(1+min(size/4, 4)) {
		suspects = append(suspects, w.values.name())
	}
	sex := w.chance(.6)
	for i := range size {
		day := from + (to-from)*i/size + w.r.IntN(1+(to-from)/size)
		c := Case{Ring: w.rings, County: (home + w.r.IntN(reach)) % len(Counties), Day: w.day(day), Sex: sex}
		c.Values = w.current(things, day, w.count(w.Carry))
		if w.chance(w.RingUsesHub) && len(w.hubs) > 0 {
			c.Values = append(c.Values, w.visit(w.nearHub(c.County))...)
		}
		if w.chance(.15) {
			c.Values = append(c.Values, w.noise(c.County, 1)...)
		}
		w.add(c, suspects)
	}
}

// lifetime draws when a ring is at work: bigger ones longer.
func (w *world) lifetime(size int) (from, to int) {
	length := 30 + w.r.IntN(60) + size*(4+w.r.IntN(16))
	length = min(int(float64(length)*max(1, w.Linger)), w.days)
	from = w.r.IntN(w.days - length + 1)
	return from, from + length
}

// series draws one value after the other, each for the time of about perValue
// cases, each reaching into the next one's window by w.Overlap of its length.
func (w *world) series(draw func() Value, size int, perValue float64, from, to int) []window {
	n := 1 + int(float64(size-1)/perValue+w.r.Float64())
	length := float64(to-from) / float64(n)
	var out []window
	for i := range n {
		start := float64(from) + length*float64(i)
		end := start + length*(1+w.Overlap)
		out = append(out, window{draw(), int(start), int(end)})
	}
	return out
}

// belongings draws what else a ring has for all its life: a firm, an address,
// an e-mail, a handle.
func (w *world) belongings(county, from, to int) []window {
	makers := []func() Value{w.values.business, func() Value { return w.values.address(county) },
		w.values.email, w.values.handle}
	var out []window
	for _, draw := range makers {
		if w.chance(w.OtherKinds) {
			out = append(out, window{draw(), from, to})
		}
	}
	return out
}

// current returns up to n of what the ring uses on a day, in random order.
func (w *world) current(things []window, day, n int) []Value {
	var now []Value
	for _, t := range things {
		if t.from <= day && day <= t.to {
			now = append(now, t.value)
		}
	}
	if len(now) == 0 {
		now = []Value{things[0].value}
	}
	w.r.Shuffle(len(now), func(i, j int) { now[i], now[j] = now[j], now[i] })
	return append([]Value(nil), now[:min(n, len(now))]...)
}
