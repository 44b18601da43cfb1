package life.http.listen;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

final class IdleConnectionsTest {
  private static final int MANY = 2_000;
  private static final long MOST_BYTES = 100 * 1024;
  private static final byte[] REQUEST =
      "GET / HTTP/1.1\r\nHost: life\r\nAccept: */*\r\nUser-Agent: idle\r\n\r\n".getBytes(US_ASCII);

  @Test
  void anOpenConnectionTakesLittleMemory() throws IOException {
    try (var ground = new Ground()) {
      for (var channel : open(ground.listener().localAddress(), 50)) {
        ask(channel);
        channel.close();
      }
      Awaitility.await().until(() -> ground.listener().connections() == 0);
      long before = heap();
      var silent = open(ground.listener().localAddress(), MANY / 2);
      Awaitility.await().until(() -> ground.listener().connections() == MANY / 2);
      long afterSilent = heap();
      var kept = open(ground.listener().localAddress(), MANY / 2);
      for (var channel : kept) {
        ask(channel);
      }
      long afterKept = heap();
      long ofSilent = (afterSilent - before) / silent.size();
      long ofKept = (afterKept - afterSilent) / kept.size();
      System.out.printf(
          "an idle connection takes %,d bytes, after a request %,d bytes%n", ofSilent, ofKept);
      assertThat(ofSilent).isLessThan(MOST_BYTES);
      assertThat(ofKept).isLessThan(MOST_BYTES);
      for (var channel : silent) {
        channel.close();
      }
      for (var channel : kept) {
        channel.close();
      }
      Awaitility.await().until(() -> ground.listener().connections() == 0);
    }
  }

  private static List<SocketChannel> open(InetSocketAddress address, int many) throws IOException {
    var channels = new ArrayList<SocketChannel>();
    for (int i = 0; i < many; i++) {
      channels.add(SocketChannel.open(address));
    }
    return channels;
  }

  private static void ask(SocketChannel channel) throws IOException {
    channel.write(ByteBuffer.wrap(REQUEST));
    if (channel.read(ByteBuffer.allocate(1024)) <= 0) {
      throw new IOException("no answer");
    }
  }

  private static long heap() {
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }
}
