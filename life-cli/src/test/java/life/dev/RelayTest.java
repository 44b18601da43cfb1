package life.dev;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

final class RelayTest {
  private static final Executor THREADS = Thread::startVirtualThread;
  private static final int MANY = 10 << 20;
  private static final Limits IMPATIENT =
      new Limits(8, 8, Duration.ofSeconds(30), Duration.ofMillis(200));

  private static Front front(Limits limits, Child child) throws IOException {
    var front = Front.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), limits);
    front.to(child.address());
    return front;
  }

  private static byte[] manyBytes() {
    long seed = new Random().nextLong();
    System.out.println("seed " + seed);
    var bytes = new byte[MANY];
    new Random(seed).nextBytes(bytes);
    return bytes;
  }

  @Test
  void whoHasSaidAllIsStillAnswered() throws Exception {
    var bytes = manyBytes();
    try (var child = new Child(peer -> peer.say(peer.hearAll()));
        var front = front(Limits.STANDARD, child);
        var client = Peer.of(front)) {
      assertThat(client.say(bytes).finish().hearAll()).isEqualTo(bytes);
    }
  }

  @Test
  void whoWasAnsweredMayStillGoOn() throws Exception {
    var heard = new CompletableFuture<byte[]>();
    var bytes = manyBytes();
    try (var child = new Child(peer -> heard.complete(peer.say("bye").finish().hearAll()));
        var front = front(Limits.STANDARD, child);
        var client = Peer.of(front)) {
      assertThat(client.hearAll()).asString().isEqualTo("bye");
      client.say(bytes).finish();
      assertThat(heard.join()).isEqualTo(bytes);
      Awaitility.await().until(() -> front.connections() == 0);
    }
  }

  @Test
  void bothSpeakInTurnsOnOneConnection() throws Exception {
    try (var child = Child.thatSays("ok");
        var front = front(Limits.STANDARD, child);
        var client = Peer.of(front)) {
      for (int i = 0; i < 100; i++) {
        assertThat(client.say("?").hear(2)).isEqualTo("ok");
      }
      assertThat(front.connections()).isOne();
    }
  }

  @Test
  void whatIsLargerThanAllBuffersPassesBothWaysAtOnce() throws Exception {
    var bytes = manyBytes();
    try (var child =
            new Child(peer -> {
              var saying = CompletableFuture.runAsync(() -> sayUnchecked(peer, bytes), THREADS);
              assertThat(peer.hearAll()).isEqualTo(bytes);
              saying.join();
            });
        var front = front(Limits.STANDARD, child);
        var client = Peer.of(front)) {
      var heard = CompletableFuture.supplyAsync(() -> hearUnchecked(client), THREADS);
      client.say(bytes).finish();
      assertThat(heard.join()).isEqualTo(bytes);
      assertThat(child.firstEnd()).isEmpty();
    }
  }

  private static void sayUnchecked(Peer peer, byte[] bytes) {
    try {
      peer.say(bytes);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static byte[] hearUnchecked(Peer peer) {
    try {
      return peer.hearAll();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void aResetOfTheChildReachesTheClient() throws Exception {
    try (var child =
            new Child(peer -> {
              peer.hear(1);
              peer.reset();
            });
        var front = front(Limits.STANDARD, child);
        var client = Peer.of(front)) {
      client.say("?");
      assertThatThrownBy(() -> client.hear(1)).isInstanceOf(SocketException.class);
    }
  }

  @Test
  void aResetOfTheClientReachesTheChild() throws Exception {
    try (var child = Child.thatSays("ok");
        var front = front(Limits.STANDARD, child);
        var client = Peer.of(front)) {
      assertThat(client.say("?").hear(2)).isEqualTo("ok");
      client.reset();
      assertThat(child.firstEnd()).containsInstanceOf(SocketException.class);
      Awaitility.await().until(() -> front.connections() == 0);
    }
  }

  @Test
  void whatWasSaidBeforeTheRestWasRefusedIsHeard() throws Exception {
    var bytes = manyBytes();
    try (var child =
            new Child(peer -> {
              peer.say("too large").finish();
              peer.hear(1 << 16);
            });
        var front = front(Limits.STANDARD, child);
        var client = Peer.of(front)) {
      var said = CompletableFuture.runAsync(() -> sayUnchecked(client, bytes), THREADS);
      assertThat(client.hear(9)).isEqualTo("too large");
      assertThat(said).failsWithin(Duration.ofSeconds(30));
    }
  }

  @Test
  void whoTakesNothingIsCut() throws Exception {
    try (var child =
            new Child(peer -> {
              while (true) {
                peer.say("all work and no play");
              }
            });
        var front = front(IMPATIENT, child);
        var client = Peer.of(front)) {
      client.say("?");
      assertThat(child.firstEnd()).isPresent();
      Awaitility.await().until(() -> front.connections() == 0);
    }
  }

  @Test
  void whoStaysWhenTheChildHasEndedIsCut() throws Exception {
    try (var child = new Child(peer -> peer.say("bye"));
        var front = front(IMPATIENT, child);
        var client = Peer.of(front)) {
      assertThat(client.hearAll()).asString().isEqualTo("bye");
      Awaitility.await().until(() -> front.connections() == 0);
    }
  }

  @Test
  void whoWaitsForAnAnswerIsNotCut() throws Exception {
    var now = new CompletableFuture<String>();
    try (var child =
            new Child(peer -> {
              peer.hearAll();
              peer.say(now.join());
            });
        var front = front(IMPATIENT, child);
        var client = Peer.of(front)) {
      client.say("?").finish();
      Thread.sleep(3 * IMPATIENT.longestStall().toMillis());
      now.complete("at last");
      assertThat(client.hearAll()).asString().isEqualTo("at last");
    }
  }
}
