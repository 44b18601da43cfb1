package life.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import life.being.Decider;
import life.being.Fact;
import life.being.LifeId;
import life.being.Source;
import life.journal.Biography;
import life.journal.FactStore;

/**
 * What was answered, compared with the journal.
 *
 * @param accepted stimuli that were answered with 201
 * @param wrong of them not in the journal, or not alone under their number
 * @param twice keys that the journal has more than once
 * @param refused other answers
 * @param odd of them neither 429 nor 503 with Retry-After
 */
record Audit(long accepted, long wrong, long twice, long refused, long odd) {
  private static final JsonMapper JSON = new JsonMapper();

  static Audit of(Path data, Path answers, int beings) {
    var kept = kept(data, beings);
    long accepted = 0;
    long wrong = 0;
    Map<String, Set<Long>> answered = new HashMap<>();
    for (var line : lines(answers, "answers-")) {
      accepted++;
      var answer = parse(line);
      var life = answer.path("life").asText();
      long seq = answer.path("seq").asLong();
      boolean isNew = answered.computeIfAbsent(life, _ -> new HashSet<>()).add(seq);
      boolean isKept = kept.seqs().getOrDefault(life, Set.of()).contains(seq);
      wrong += isNew && isKept ? 0 : 1;
    }
    var refusals = lines(answers, "refusals-");
    long odd = refusals.stream().filter(line -> !line.matches("(429|503) [1-9][0-9]*")).count();
    return new Audit(accepted, wrong, kept.twice(), refusals.size(), odd);
  }

  private record Kept(Map<String, Set<Long>> seqs, long twice) {}

  private static Kept kept(Path data, int beings) {
    Map<String, Set<Long>> seqs = new HashMap<>();
    var keys = new HashSet<String>();
    var twice = new long[1];
    try (var store = FactStore.openReadOnly(data.resolve(FactStore.DIRECTORY))) {
      var biography = new Biography(store);
      for (int i = 1; i <= beings; i++) {
        var id = new LifeId("b" + i);
        var ofLife = seqs.computeIfAbsent(id.slug(), _ -> new HashSet<>());
        biography.tell(
            id,
            Decider.UNBORN,
            Long.MAX_VALUE,
            told -> {
              if (told.fact() instanceof Fact.Reached reached
                  && reached.source() == Source.OUTSIDE) {
                ofLife.add(told.seq());
                twice[0] += reached.key() != null && !keys.add(reached.key()) ? 1 : 0;
              }
            });
      }
    }
    return new Kept(seqs, twice[0]);
  }

  private static List<String> lines(Path folder, String prefix) {
    try (var files = Files.list(folder)) {
      var lines = new ArrayList<String>();
      for (var file :
          files.filter(each -> each.getFileName().toString().startsWith(prefix)).toList()) {
        lines.addAll(Files.readAllLines(file));
      }
      return lines;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode parse(String line) {
    try {
      return JSON.readTree(line);
    } catch (IOException e) {
      throw new UncheckedIOException(line, e);
    }
  }
}
