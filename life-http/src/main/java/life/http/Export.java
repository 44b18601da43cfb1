package life.http;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import life.archive.LifeExport;
import life.being.Decider;
import life.being.LifeId;
import life.being.SelfState;
import life.journal.Biography;
import life.journal.Biography.Told;
import org.apache.pekko.NotUsed;
import org.apache.pekko.http.javadsl.model.ContentType;
import org.apache.pekko.http.javadsl.model.ContentTypes;
import org.apache.pekko.http.javadsl.model.HttpCharsets;
import org.apache.pekko.http.javadsl.model.MediaTypes;
import org.apache.pekko.japi.Pair;
import org.apache.pekko.stream.javadsl.Source;
import org.apache.pekko.util.ByteString;

/**
 * The formats in which a life leaves; each is made as quickly as it is taken, in constant memory.
 */
@SuppressWarnings("ImmutableEnumChecker") // Pekko's content types are immutable, but do not say so
enum Export {
  /** To be verified and brought in elsewhere. */
  LIFE(ContentTypes.parse("application/vnd.life")) {
    @Override
    Source<ByteString, NotUsed> of(Biography biography, LifeId id, String program) {
      return Source.unfoldResource(
          () -> new LifeExport(biography, id, program, Instant.now()),
          export -> export.next().map(ByteString::fromArrayUnsafe),
          _ -> {});
    }
  },

  /** A fact a line, as over HTTP. */
  JSONL(ContentTypes.parse("application/x-ndjson")) {
    @Override
    Source<ByteString, NotUsed> of(Biography biography, LifeId id, String program) {
      return lines(biography, id, told -> Views.fact(told).toString());
    }
  },

  /** A table. */
  CSV(MediaTypes.TEXT_CSV.toContentType(HttpCharsets.UTF_8)) {
    @Override
    Source<ByteString, NotUsed> of(Biography biography, LifeId id, String program) {
      return Source.single(ByteString.fromString(CsvLine.HEAD + "\n"))
          .concat(lines(biography, id, CsvLine::of));
    }
  };

  private static final long FACTS_PER_PIECE = 500;

  private final ContentType contentType;

  Export(ContentType contentType) {
    this.contentType = contentType;
  }

  static Optional<Export> named(String name) {
    return Arrays.stream(values())
        .filter(export -> export.name().toLowerCase(Locale.ROOT).equals(name))
        .findFirst();
  }

  ContentType contentType() {
    return contentType;
  }

  /** The bytes, up to the last fact that is durable when somebody begins to take them. */
  abstract Source<ByteString, NotUsed> of(Biography biography, LifeId id, String program);

  private static Source<ByteString, NotUsed> lines(
      Biography biography, LifeId id, Function<Told, String> line) {
    return Source.lazySource(() -> lines(biography, id, biography.lastSeq(id), line))
        .mapMaterializedValue(_ -> NotUsed.getInstance());
  }

  private static Source<ByteString, NotUsed> lines(
      Biography biography, LifeId id, long head, Function<Told, String> line) {
    return Source.unfold(
        Decider.UNBORN,
        (SelfState state) -> {
          if (state.seq() >= head) {
            return Optional.empty();
          }
          var text = new StringBuilder();
          var next =
              biography.tell(
                  id,
                  state,
                  Math.min(head, state.seq() + FACTS_PER_PIECE),
                  told -> text.append(line.apply(told)).append('\n'));
          return Optional.of(Pair.create(next, ByteString.fromString(text.toString())));
        });
  }
}
