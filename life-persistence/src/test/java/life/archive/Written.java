package life.archive;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import life.being.Fact;
import life.being.LifeId;
import life.journal.Append;
import life.journal.FactSerializer;
import life.journal.FactStore;
import life.journal.Kind;
import life.journal.NewFact;
import life.journal.Payload;

/** A life that is being written, fact by fact. */
final class Written {
  private final FactSerializer serializer = new FactSerializer();
  private final String writer = new UUID(0, 1).toString();
  private final FactStore store;
  private final LifeId life;
  private final List<Fact> facts;
  private int seq;

  Written(FactStore store, LifeId life, List<Fact> facts) {
    this.store = store;
    this.life = life;
    this.facts = facts;
  }

  int seq() {
    return seq;
  }

  /** Writes on; what is written is durable on return. */
  void upTo(int last) {
    var next = new ArrayList<NewFact>();
    for (var fact : facts.subList(seq, last)) {
      var kind = new Kind(serializer.identifier(), serializer.manifest(fact), "");
      next.add(NewFact.of(new Payload(kind, serializer.toBinary(fact)), null, 0));
    }
    store.append(new Append(life.slug(), writer, seq + 1L, next)).join();
    seq = last;
  }
}
