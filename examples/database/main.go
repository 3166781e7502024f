// Database answers: how do I link the cases of my database, without a file in between?
//
// It streams a query's rows into a linker. A case told in several rows needs no
// gathering: parts of one agency with one id are one case. Memory is that of the
// linker, not of the result set.
package main

import (
	"context"
	"database/sql"
	"fmt"
	"log"
	"time"

	_ "modernc.org/sqlite" // the driver "sqlite", in pure Go

	"github.com/tflink/tflink/linkage"
	"github.com/tflink/tflink/linkage/normalize"
)

func main() {
	ctx := context.Background()
	db, err := sql.Open("sqlite", ":memory:")
	if err != nil {
		log.Fatal(err)
	}
	defer db.Close()
	db.SetMaxOpenConns(1) // a database in memory is its connection's
	if _, err := db.ExecContext(ctx, sample); err != nil {
		log.Fatal(err)
	}
	l, err := linkage.New(linkage.Options{})
	if err != nil {
		log.Fatal(err)
	}
	rows, err := stream(ctx, db, l)
	if err != nil {
		log.Fatal(err)
	}
	n, err := l.Link(ctx)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Printf("%d rows, %d cases\n", rows, n.NumCases())
	for _, k := range n.Clusters(2) {
		fmt.Println(k.Cases, "through", k.Shared[0].Entity.Display)
	}
}

const query = `
	SELECT c.number, c.agency, c.county, c.opened, v.kind, v.value, v.role
	FROM cases c JOIN vals v ON v.incident = c.number AND v.agency = c.agency`

// stream adds a part of a case for every row of the query, and returns how many there were.
func stream(ctx context.Context, db *sql.DB, l *linkage.Linker) (int, error) {
	rows, err := db.QueryContext(ctx, query)
	if err != nil {
		return 0, err
	}
	defer rows.Close()
	count := 0
	for rows.Next() {
		var id, agency, county, opened, kind, value, role string
		if err := rows.Scan(&id, &agency, &county, &opened, &kind, &value, &role); err != nil {
			return count, err
		}
		c := linkage.Case{ID: id, Agency: agency, Counties: []string{county}, Mentions: []linkage.Mention{
			{Kind: linkage.Kind(kind), Raw: value, Role: linkage.ParseRole(role)},
		}}
		if day, err := time.Parse(time.DateOnly, opened); err == nil {
			c.From = normalize.DayOf(day.Date())
		}
		if err := l.Add(c); err != nil {
			return count, err
		}
		count++
	}
	return count, rows.Err()
}

const sample = `
	CREATE TABLE cases (number TEXT, agency TEXT, county TEXT, opened TEXT);
	CREATE TABLE vals (incident TEXT, agency TEXT, kind TEXT, value TEXT, role TEXT);
	INSERT INTO cases VALUES
		('24-0113', 'Wyoming County Sheriff', '36121', '2024-03-04'),
		('24-0871', 'Erie County Sheriff', '36029', '2024-04-19'),
		('24-0020', 'Monroe County Sheriff', '36055', '2024-05-02');
	INSERT INTO vals VALUES
		('24-0113', 'Wyoming County Sheriff', 'phone', '(585) 555-0142', 'suspect'),
		('24-0113', 'Wyoming County Sheriff', 'plate', 'NY KAB-1042', ''),
		('24-0871', 'Erie County Sheriff', 'phone', '585 555 0142', ''),
		('24-0871', 'Erie County Sheriff', 'person', 'Lorena Whitbeck', 'victim'),
		('24-0020', 'Monroe County Sheriff', 'email', 'tips@example.org', '');`
