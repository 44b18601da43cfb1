package life.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import life.app.Errand.Receipt;

/**
 * Notes outside of the life what is sent to it, before it is sent, and what it answered; each note
 * is synced to the disk before anything else happens. Safe for many threads.
 */
final class Witness implements AutoCloseable {
  private final FileChannel notes;
  private final Map<String, Errand> sent = new LinkedHashMap<>();
  private final Map<String, Receipt> answered = new LinkedHashMap<>();
  private final Deque<Errand> open = new ArrayDeque<>();
  private int replays;

  Witness(Path notes) throws IOException {
    this.notes = FileChannel.open(notes, StandardOpenOption.CREATE_NEW, StandardOpenOption.APPEND);
  }

  /** What is to be sent next: one that was not answered, or else a new one. */
  synchronized Errand next(RandomGenerator random) throws IOException {
    var again = open.pollFirst();
    if (again != null) {
      return again;
    }
    var errand = Errand.drawn("key-" + (sent.size() + 1), random);
    sent.put(errand.key(), errand);
    note("sends " + errand);
    return errand;
  }

  /** One that was sent but not answered, to be sent again. */
  synchronized Optional<Errand> nextOpen() {
    return Optional.ofNullable(open.pollFirst());
  }

  synchronized void answered(Errand errand, Receipt receipt, boolean replayed) throws IOException {
    var before = answered.put(errand.key(), receipt);
    if (before != null) {
      assertThat(replayed).as(errand + " is answered as one that was answered before").isTrue();
      assertThat(receipt).as(errand + " is answered as before").isEqualTo(before);
    }
    replays += replayed ? 1 : 0;
    note("got " + errand.key() + " " + receipt);
  }

  synchronized void notAnswered(Errand errand) {
    open.addLast(errand);
  }

  /** The last that were answered. */
  synchronized List<Errand> lastAnswered(int count) {
    var keys = new ArrayList<>(answered.keySet());
    return keys.subList(Math.max(0, keys.size() - count), keys.size()).stream()
        .map(key -> Optional.ofNullable(sent.get(key)).orElseThrow())
        .toList();
  }

  synchronized Map<String, Errand> sent() {
    return Map.copyOf(sent);
  }

  synchronized Map<String, Receipt> answered() {
    return Map.copyOf(answered);
  }

  /** How often an answer was said to be given again. */
  synchronized int replays() {
    return replays;
  }

  private void note(String line) throws IOException {
    var bytes = ByteBuffer.wrap((line + "\n").getBytes(UTF_8));
    while (bytes.hasRemaining()) {
      notes.write(bytes);
    }
    notes.force(false);
  }

  @Override
  public void close() throws IOException {
    notes.close();
  }
}
