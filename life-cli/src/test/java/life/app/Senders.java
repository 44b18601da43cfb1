package life.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import life.app.Caller.Reply;
import life.app.Errand.Receipt;

/** Clients that bring stimuli to a life all at once, and one that watches it meanwhile. */
final class Senders implements AutoCloseable {
  private static final int CLIENTS = 4;
  private static final int MOST_AT_ONCE = 30;
  private static final long GLANCE_MILLIS = 40;
  private static final long BREATH_MILLIS = 20;

  /** What somebody saw of the life. */
  record Glimpse(long seq, String hash) {}

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<Future<?>> work = new ArrayList<>();
  private final List<Glimpse> seen = new ArrayList<>();
  private final Caller caller;
  private volatile boolean stopped;

  /** Starts them, as busy as they can be; what they bring is drawn from the seed. */
  Senders(Witness witness, Caller caller, long seed) {
    this(witness, caller, seed, 0);
  }

  /**
   * Starts them.
   *
   * @param pauseMillis of each client after each stimulus
   */
  Senders(Witness witness, Caller caller, long seed, long pauseMillis) {
    this.caller = caller;
    for (int i = 0; i < CLIENTS; i++) {
      var random = new Random(seed * CLIENTS + i);
      work.add(
          threads.submit(() -> {
            while (!stopped) {
              bring(witness, caller, witness.next(random));
              Thread.sleep(pauseMillis);
            }
            return null;
          }));
    }
    var random = new Random(~seed);
    work.add(
        threads.submit(() -> {
          while (!stopped) {
            bringMany(witness, random);
            Thread.sleep(10 * pauseMillis);
          }
          return null;
        }));
    work.add(threads.submit(this::watch));
  }

  /** Brings several in one request, of which each is answered for itself. */
  private void bringMany(Witness witness, Random random) throws IOException, InterruptedException {
    var errands = new ArrayList<Errand>();
    int count = 2 + random.nextInt(MOST_AT_ONCE);
    while (errands.size() < count) {
      errands.add(witness.next(random));
    }
    var answers = caller.bringTogether(errands);
    for (int i = 0; i < errands.size(); i++) {
      int at = i;
      note(witness, errands.get(i), answers.map(all -> all.get(at)));
    }
    Thread.sleep(BREATH_MILLIS);
  }

  /** Brings one stimulus; what was not answered will be brought again. */
  static void bring(Witness witness, Caller caller, Errand errand)
      throws IOException, InterruptedException {
    if (!note(witness, errand, caller.bring(errand))) {
      Thread.sleep(BREATH_MILLIS);
    }
  }

  private static boolean note(Witness witness, Errand errand, Optional<Reply> answer)
      throws IOException {
    if (answer.isPresent() && answer.get().status() == Caller.CREATED) {
      var reply = answer.get();
      witness.answered(errand, Receipt.of(reply.body()), reply.replayed());
      return true;
    }
    witness.notAnswered(errand);
    answer.ifPresent(reply ->
        assertThat(reply.status()).as(errand + ": " + reply).isEqualTo(Caller.UNAVAILABLE));
    return false;
  }

  /** What is seen of a life now; empty if nobody answers. */
  static Optional<Glimpse> look(Caller caller) throws InterruptedException {
    return caller
        .look()
        .map(Reply::body)
        .filter(body -> body.has("hash"))
        .map(body -> new Glimpse(body.get("seq").longValue(), body.get("hash").textValue()));
  }

  private Void watch() throws InterruptedException {
    while (!stopped) {
      look(caller).ifPresent(seen::add);
      Thread.sleep(GLANCE_MILLIS);
    }
    return null;
  }

  /** Waits for the last of them; gives what was seen. */
  List<Glimpse> stop() throws InterruptedException, ExecutionException {
    stopped = true;
    for (var client : work) {
      client.get();
    }
    return List.copyOf(seen);
  }

  @Override
  public void close() {
    stopped = true;
    threads.shutdownNow();
  }
}
