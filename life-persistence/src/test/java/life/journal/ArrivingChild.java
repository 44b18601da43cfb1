package life.journal;

import java.nio.file.Path;
import life.being.LifeId;

/**
 * A process into which lives arrive without end. It says how many facts have come, and the name of
 * each life that was admitted, until it is killed.
 */
final class ArrivingChild {

  static final Lived LIFE = Lived.of("ada", 6_000, 7);

  private ArrivingChild() {}

  public static void main(String[] args) {
    FactStore store =
        FactStore.open(Path.of(args[0]), Tuning.standard().withWriteBufferBytes(256 << 10));
    int next = store.livesAfter(0, Integer.MAX_VALUE).size() + 1;
    System.out.println("ready");
    while (true) {
      var id = new LifeId("life-" + next++);
      try (Arrival arrival = Arrival.of(store, id)) {
        for (int i = 0; i < LIFE.facts().size(); i++) {
          arrival.add(LIFE.times().get(i), LIFE.facts().get(i));
          if (i % 100 == 0) {
            System.out.println(i);
          }
        }
        arrival.admit();
        System.out.println(id.slug());
      }
    }
  }
}
