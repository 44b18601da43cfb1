/**
 * How a life is written down: an embedded, append-only journal on RocksDB, and the Pekko plugins
 * above it.
 *
 * <p>Beneath stands {@link life.journal.FactStore}, which knows no Pekko and can be opened by any
 * tool; above it {@link life.journal.RocksJournal}, {@link life.journal.RocksSnapshotStore} and
 * {@link life.journal.RocksReadJournal}.
 */
@NullMarked
package life.journal;

import org.jspecify.annotations.NullMarked;
