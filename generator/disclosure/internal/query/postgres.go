package query

import (
	"context"
	"database/sql"
	"fmt"
	"net"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"
	"github.com/jackc/pgx/v5/pgtype"
	"github.com/jackc/pgx/v5/stdlib"
)

// postgres is a PostgreSQL server.
type postgres struct{ config *pgx.ConnConfig }

// newPostgres takes an address apart. Where it does not say how to encrypt
// (sslmode), a server on another computer is asked for nothing in the clear,
// whatever PGSSLMODE says: the password and people's rows travel there.
func newPostgres(address string) (postgres, bool) {
	config, err := pgx.ParseConfig(address)
	u, broken := url.Parse(address)
	if err != nil || broken != nil {
		return postgres{}, false
	}
	options := u.Query()
	if options.Has("sslmode") {
		return postgres{config}, true
	}
	if config.TLSConfig == nil && !onThisComputer(config.Host) {
		options.Set("sslmode", "require")
		u.RawQuery = options.Encode()
		if config, err = pgx.ParseConfig(u.String()); err != nil {
			return postgres{}, false
		}
	}
	config.Fallbacks = slices.DeleteFunc(config.Fallbacks, func(f *pgconn.FallbackConfig) bool {
		return f.TLSConfig == nil && !onThisComputer(f.Host)
	})
	return postgres{config}, true
}

func onThisComputer(host string) bool {
	ip := net.ParseIP(host)
	return host == "localhost" || strings.HasPrefix(host, "/") || ip != nil && ip.IsLoopback()
}

func (p postgres) open(l Limits) (*sql.DB, cause) {
	config := p.config.Copy()
	config.ConnectTimeout = min(10*time.Second, l.Time)
	config.MaxProtocolMessageBodyLen = l.MB << 20
	config.RuntimeParams["application_name"] = "kohort"
	// The extended protocol refuses a second statement; nothing is kept
	// prepared, and values come as PostgreSQL writes them.
	config.DefaultQueryExecMode = pgx.QueryExecModeExec
	return stdlib.OpenDB(*config, stdlib.OptionAfterConnect(func(_ context.Context, c *pgx.Conn) error {
		c.TypeMap().RegisterType(&pgtype.Type{Name: "timestamptz", OID: pgtype.TimestamptzOID, Codec: &sessionTime{}})
		return nil
	})), cause{}
}

// sessionTime reads a moment with a zone as the session's clock has it, which
// PostgreSQL writes, and not as this computer's: the same data gives the same
// figures wherever it is read.
type sessionTime struct{ pgtype.TimestamptzCodec }

// PlanScan takes text alone, which QueryExecModeExec asks for.
func (c *sessionTime) PlanScan(m *pgtype.Map, oid uint32, format int16, target any) pgtype.ScanPlan {
	return clockPlan{(&pgtype.TimestamptzCodec{ScanLocation: time.UTC}).PlanScan(m, oid, format, target)}
}

// clockPlan drops the zone before it reads on: 2025-04-01 08:30:00+09.
type clockPlan struct{ pgtype.ScanPlan }

var zone = regexp.MustCompile(`([0-9])[+-][0-9:]+( BC)?$`)

// Scan reads the text of a value.
func (p clockPlan) Scan(src []byte, target any) error {
	return p.ScanPlan.Scan(zone.ReplaceAll(src, []byte("${1}+00$2")), target)
}

// begin starts a read-only transaction, which the statement cannot leave and
// PostgreSQL holds. The settings last as long as it does, so that a connection
// pooler on the way hands none of them on.
func (p postgres) begin(ctx context.Context, conn *sql.Conn, l Limits) (*sql.Tx, cause) {
	tx, err := conn.BeginTx(ctx, &sql.TxOptions{Isolation: sql.LevelRepeatableRead, ReadOnly: true})
	if err != nil {
		return nil, causeOf(err)
	}
	ms := l.Time.Milliseconds()
	_, err = tx.ExecContext(ctx, fmt.Sprintf(`SET LOCAL statement_timeout = %d; SET LOCAL lock_timeout = %d;
		SET LOCAL datestyle = 'ISO'; SET LOCAL client_encoding = 'UTF8'`, ms, min(ms, 5_000)))
	if err != nil {
		return nil, causeOf(err)
	}
	return tx, cause{}
}

// check has nothing to tell: the transaction saw one state of the database.
func (p postgres) check() cause { return cause{} }
