package life.journal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * A process that writes without end and says what was acknowledged, as {@code life seq} a line,
 * until it is killed.
 */
final class AppendingChild {

  static final int LIVES = 20;

  private AppendingChild() {}

  public static void main(String[] args) {
    // A small buffer, so that kills also meet flushes and compactions.
    FactStore store =
        FactStore.open(Path.of(args[0]), Tuning.standard().withWriteBufferBytes(256 << 10));
    long[] next = new long[LIVES];
    for (int life = 0; life < LIVES; life++) {
      next[life] = store.highestSeq("life-" + life) + 1;
    }
    System.out.println("ready");
    while (true) {
      List<CompletableFuture<Void>> writes = new ArrayList<>();
      for (int i = 0; i < LIVES; i++) {
        String life = "life-" + i;
        int count = 1 + (int) (next[i] % 3);
        long last = next[i] + count - 1;
        writes.add(
            store
                .append(Facts.append(life, next[i], count, 100))
                .thenRun(() -> {
                  synchronized (System.out) {
                    System.out.println(life + " " + last);
                  }
                }));
        next[i] += count;
      }
      System.out.flush();
      writes.forEach(CompletableFuture::join);
    }
  }
}
