package life.http.listen;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.apache.pekko.Done;

/** The open connections of a listener, at most so many, and how many were refused. */
final class Connections {
  /** How a new connection is received. */
  enum Welcome {
    /** It is served. */
    SERVED,
    /** It is told that there are too many. */
    TURNED_AWAY,
    /** It is closed without a word, since even those who are told are too many. */
    IGNORED
  }

  /** So many are told at once that there are too many. */
  private static final int MOST_TURNED_AWAY = 256;

  private final int most;
  private final Set<Connection> served = ConcurrentHashMap.newKeySet();
  private final Set<Connection> turnedAway = ConcurrentHashMap.newKeySet();
  private final Map<Refusal, LongAdder> refusals = new EnumMap<>(Refusal.class);
  private final CompletableFuture<Done> empty = new CompletableFuture<>();
  private volatile boolean closing;

  Connections(int most) {
    this.most = most;
    for (var refusal : Refusal.values()) {
      refusals.put(refusal, new LongAdder());
    }
  }

  /**
   * Takes a new connection in. If there are too many, the one that has waited for longest, for a
   * head to be complete or for another request, makes way.
   */
  Welcome welcome(Connection connection) {
    if (served.size() < most || makesWay()) {
      served.add(connection);
      if (closing) {
        connection.leave();
      }
      return Welcome.SERVED;
    }
    count(Refusal.TOO_MANY);
    if (turnedAway.size() < MOST_TURNED_AWAY) {
      turnedAway.add(connection);
      return Welcome.TURNED_AWAY;
    }
    return Welcome.IGNORED;
  }

  private boolean makesWay() {
    Optional<Connection> longest =
        served.stream()
            .filter(Connection::isWaiting)
            .min(Comparator.comparingLong(Connection::waitingSince));
    longest.ifPresent(connection -> {
      count(Refusal.CROWDED_OUT);
      served.remove(connection);
      connection.cut();
    });
    return longest.isPresent();
  }

  /** A connection is gone. */
  void left(Connection connection) {
    served.remove(connection);
    turnedAway.remove(connection);
    completeIfEmpty();
  }

  private void completeIfEmpty() {
    if (closing && served.isEmpty() && turnedAway.isEmpty()) {
      empty.complete(Done.done());
    }
  }

  /** Lets all end that wait, and the others when they are done. */
  void leave() {
    closing = true;
    served.forEach(Connection::leave);
    turnedAway.forEach(Connection::cut);
    completeIfEmpty();
  }

  /** Ends all now. */
  void cut() {
    served.forEach(Connection::cut);
    turnedAway.forEach(Connection::cut);
  }

  /** Completes when all are gone after they were told to. */
  CompletionStage<Done> whenEmpty() {
    return empty.minimalCompletionStage();
  }

  int size() {
    return served.size();
  }

  void count(Refusal refusal) {
    adder(refusal).increment();
  }

  long counted(Refusal refusal) {
    return adder(refusal).sum();
  }

  private LongAdder adder(Refusal refusal) {
    return Objects.requireNonNull(refusals.get(refusal));
  }
}
