package life.journal;

import com.typesafe.config.Config;
import org.apache.pekko.actor.ExtendedActorSystem;
import org.apache.pekko.persistence.query.ReadJournalProvider;

/** How Pekko finds the {@link RocksReadJournal}; configured as {@code life.read-journal}. */
public final class RocksReadJournalProvider implements ReadJournalProvider {

  private final RocksReadJournal readJournal;

  public RocksReadJournalProvider(ExtendedActorSystem system, Config config) {
    this.readJournal = new RocksReadJournal(system, config);
  }

  @Override
  public ScalaReadJournal scaladslReadJournal() {
    return new ScalaReadJournal(readJournal);
  }

  @Override
  public RocksReadJournal javadslReadJournal() {
    return readJournal;
  }
}
