package workspace

import (
	"context"
	"database/sql"
	"embed"
	"fmt"
	"slices"
)

// migrations holds one SQL script a schema version, 0001.sql onwards. A script
// that was released is never changed; what comes after it is a new script.
//
//go:embed migrations/*.sql
var migrations embed.FS

// applicationID marks the file as ours for file(1) and for us: "tflk".
const applicationID = 0x74666c6b

// scripts returns the migrations in order; the n-th leads to version n+1.
func scripts() ([]string, error) {
	entries, err := migrations.ReadDir("migrations")
	if err != nil {
		return nil, err
	}
	texts := make([]string, len(entries)) // ReadDir sorts by name
	for i, e := range entries {
		text, err := migrations.ReadFile("migrations/" + e.Name())
		if err != nil {
			return nil, err
		}
		texts[i] = string(text)
	}
	return texts, nil
}

// migrate brings the schema to the newest version in one transaction. It
// refuses a file of a newer version and a file that is not ours.
func migrate(ctx context.Context, db *sql.DB) error {
	all, err := scripts()
	if err != nil {
		return err
	}
	conn, err := db.Conn(ctx)
	if err != nil {
		return err
	}
	defer conn.Close()
	if version, err := checkVersion(ctx, conn, len(all)); err != nil || version == len(all) {
		return err
	}
	if _, err := conn.ExecContext(ctx, "BEGIN IMMEDIATE"); err != nil {
		return err
	}
	if err := applyScripts(ctx, conn, all); err != nil {
		_, _ = conn.ExecContext(ctx, "ROLLBACK")
		return err
	}
	_, err = conn.ExecContext(ctx, "COMMIT")
	return err
}

// applyScripts runs what is missing, inside the caller's transaction.
func applyScripts(ctx context.Context, conn *sql.Conn, all []string) error {
	version, err := checkVersion(ctx, conn, len(all)) // again: another process may have been faster
	if err != nil {
		return err
	}
	for _, script := range all[version:] {
		if _, err := conn.ExecContext(ctx, script); err != nil {
			return err
		}
	}
	_, err = conn.ExecContext(ctx, fmt.Sprintf("PRAGMA application_id = %d; PRAGMA user_version = %d", applicationID, len(all)))
	return err
}

// checkVersion returns the file's schema version, 0 for an empty file.
func checkVersion(ctx context.Context, conn *sql.Conn, newest int) (int, error) {
	var version, application, tables int
	row := conn.QueryRowContext(ctx, `SELECT user_version, application_id, (SELECT count(*) FROM sqlite_schema)
		FROM pragma_user_version, pragma_application_id`)
	if err := row.Scan(&version, &application, &tables); err != nil {
		return 0, err
	}
	ours := []int{applicationID}
	if version == 0 && tables == 0 {
		ours = append(ours, 0) // empty: to be ours
	}
	switch {
	case !slices.Contains(ours, application):
		return 0, ErrForeign
	case version > newest:
		return 0, fmt.Errorf("%w (schema %d, this version knows %d)", ErrNewer, version, newest)
	}
	return version, nil
}
