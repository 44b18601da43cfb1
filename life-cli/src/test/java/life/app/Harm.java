package life.app;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What can happen to the files of a database while no process has them. */
final class Harm {
  private static final int FLIPPED_BYTES = 16;

  private Harm() {}

  /** Flips bytes at that share of a file, in [0, 1). */
  static void flip(Path file, double at) throws IOException {
    try (var bytes = new RandomAccessFile(file.toFile(), "rw")) {
      long from = Math.min((long) (bytes.length() * at), bytes.length() - FLIPPED_BYTES);
      for (long i = from; i < from + FLIPPED_BYTES; i++) {
        bytes.seek(i);
        int old = bytes.read();
        bytes.seek(i);
        bytes.write(~old);
      }
    }
  }

  static void delete(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (var path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  /** The files with that ending that hold something, the largest first. */
  static List<Path> files(Path folder, String ending) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(file -> file.toString().endsWith(ending))
          .filter(file -> file.toFile().length() > FLIPPED_BYTES)
          .sorted(Comparator.comparingLong((Path file) -> file.toFile().length()).reversed())
          .toList();
    }
  }

  /** A fingerprint of each file that facts depend on; RocksDB's own diary and lock are not. */
  static Map<String, String> contents(Path folder) throws IOException {
    var contents = new TreeMap<String, String>();
    try (Stream<Path> all = Files.list(folder)) {
      for (var file : all.toList()) {
        var name = file.getFileName().toString();
        if (!name.startsWith("LO")) {
          contents.put(name, sha256(Files.readAllBytes(file)));
        }
      }
    }
    return contents;
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
