package life.journal;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Who wants to know that something was written. They are called on the committer's thread and must
 * return at once.
 */
final class Listeners {

  private final Map<String, List<Runnable>> ofLife = new ConcurrentHashMap<>();
  private final List<Runnable> ofBirths = new CopyOnWriteArrayList<>();
  private final List<Runnable> ofAll = new CopyOnWriteArrayList<>();
  private final List<CommitListener> ofCommits = new CopyOnWriteArrayList<>();

  /** Ends a subscription; doing it twice does nothing. */
  @FunctionalInterface
  public interface Subscription extends AutoCloseable {
    @Override
    void close();
  }

  Subscription onFacts(String life, Runnable listener) {
    ofLife.compute(
        life,
        (_, all) -> {
          List<Runnable> more = all == null ? new CopyOnWriteArrayList<>() : all;
          more.add(listener);
          return more;
        });
    return () ->
        ofLife.computeIfPresent(
            life,
            (_, all) -> {
              all.remove(listener);
              return all.isEmpty() ? null : all;
            });
  }

  Subscription onBirths(Runnable listener) {
    ofBirths.add(listener);
    return () -> ofBirths.remove(listener);
  }

  Subscription onAll(Runnable listener) {
    ofAll.add(listener);
    return () -> ofAll.remove(listener);
  }

  Subscription onCommits(CommitListener listener) {
    ofCommits.add(listener);
    return () -> ofCommits.remove(listener);
  }

  void synced(int facts, long nanos) {
    ofCommits.forEach(listener -> listener.committed(facts, nanos));
  }

  void written(String life) {
    if (!ofLife.isEmpty()) {
      ofLife.getOrDefault(life, List.of()).forEach(Runnable::run);
    }
  }

  /** Once for each commit, however many lives were written to. */
  void committed() {
    ofAll.forEach(Runnable::run);
  }

  void begun() {
    ofBirths.forEach(Runnable::run);
  }
}
