package main

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
)

// copies is how often each layoff notice is written.
const copies = 100

// noticeFiles are the layoff notices of the public data: the two years' files have the same columns.
var noticeFiles = []string{"notices-2012-2016.csv", "notices-2017-2018.csv"}

// noticeColumns are those that the scripts read by name, around what a notice has.
var noticeColumns = []string{"Case Number", "Company", "Business Type", "County", "Date of Notice", "Phone", "License Plate", "State"}

// writeNotices writes the layoff notices of a folder, each of them copies times, as cases into a file, and returns how many
// there are. Each copy has phones and house numbers of its own, so that it shares with other copies what
// notices of one firm share: its name, its road and its town.
func writeNotices(folder, file string) (int, error) {
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		return 0, err
	}
	out, err := os.Create(file)
	if err != nil {
		return 0, err
	}
	defer out.Close()
	w := csv.NewWriter(out)
	if err := w.Write(noticeColumns); err != nil {
		return 0, err
	}
	count := 0
	for _, name := range noticeFiles {
		n, err := copyNotices(w, filepath.Join(folder, name))
		if err != nil {
			return 0, err
		}
		count += n
	}
	w.Flush()
	return count, w.Error()
}

// copyNotices writes the notices of a file, and returns how many rows that made.
func copyNotices(w *csv.Writer, path string) (int, error) {
	f, err := os.Open(path)
	if err != nil {
		return 0, err
	}
	defer f.Close()
	r := csv.NewReader(f)
	if _, err := r.Read(); err != nil { // the head
		return 0, err
	}
	count := 0
	for {
		row, err := r.Read()
		if errors.Is(err, io.EOF) {
			return count, nil
		}
		if err != nil {
			return 0, fmt.Errorf("%s: %w", path, err)
		}
		if len(row) < 6 {
			return 0, fmt.Errorf("%s: a notice of %d columns, not 6", path, len(row))
		}
		for copied := range copies {
			err := w.Write([]string{
				fmt.Sprintf("%s/%d", row[0], copied), moveHouses(row[1], copied), row[2], row[3], row[4], movePhones(row[5], copied), "", "",
			})
			if err != nil {
				return 0, err
			}
			count++
		}
	}
}

var (
	phoneInCell = regexp.MustCompile(`\d{3}\D{0,3}\d{3}\D{0,2}\d{4}`)
	houseInCell = regexp.MustCompile(`(?:^|\D)\d{1,4} [A-Z]`) // a company's name may run into it
)

// movePhones moves the last four digits of the phones of a cell, so that no two copies have one in common.
func movePhones(cell string, copied int) string {
	return phoneInCell.ReplaceAllStringFunc(cell, func(phone string) string {
		line := len(phone) - 4
		n, err := strconv.Atoi(phone[line:])
		if err != nil {
			return phone // a sign among the last four
		}
		return fmt.Sprintf("%s%04d", phone[:line], (n+copied*97)%10_000)
	})
}

// moveHouses moves the house numbers of a cell.
func moveHouses(cell string, copied int) string {
	return houseInCell.ReplaceAllStringFunc(cell, func(house string) string {
		from, to := strings.IndexAny(house, "0123456789"), strings.LastIndexByte(house, ' ')
		n, err := strconv.Atoi(house[from:to])
		if err != nil {
			return house
		}
		return fmt.Sprintf("%s%d%s", house[:from], n+2*copied, house[to:])
	})
}
