package life.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedInputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Function;
import life.actor.Lives;
import life.archive.Chronicle;
import life.archive.Import;
import life.archive.Progress;
import life.archive.Verified;
import life.being.Decider;
import life.being.LifeId;
import life.chronicle.Verification.Outcome;
import life.journal.Biography.Told;
import org.apache.pekko.actor.typed.DispatcherSelector;
import org.apache.pekko.http.javadsl.model.ContentType;
import org.apache.pekko.http.javadsl.model.ContentTypes;
import org.apache.pekko.http.javadsl.model.HttpCharsets;
import org.apache.pekko.http.javadsl.model.HttpEntities;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.apache.pekko.http.javadsl.model.MediaTypes;
import org.apache.pekko.http.javadsl.model.headers.RawHeader;
import org.apache.pekko.stream.Materializer;
import org.apache.pekko.stream.javadsl.FileIO;
import org.apache.pekko.stream.javadsl.StreamConverters;
import org.slf4j.LoggerFactory;

/** Lives that are carried elsewhere, and lives that come from there. */
final class TransferEndpoints {
  /** A life of some hundred million facts. */
  private static final long MOST_BYTES = 16L << 30;

  /** For how long a reader may take nothing before its export is given up. */
  private static final Duration STALL = Duration.ofMinutes(2);

  private final Service service;
  private final LifeEndpoints lives;
  private final Works works;
  private final Materializer materializer;
  private final Executor blocking;

  TransferEndpoints(Service service, LifeEndpoints lives, Works works, Materializer materializer) {
    this.service = service;
    this.lives = lives;
    this.works = works;
    this.materializer = materializer;
    this.blocking = service.system().dispatchers().lookup(DispatcherSelector.blocking());
  }

  List<Endpoint> all() {
    return List.of(
        new Endpoint("GET", "/v1/lives/{id}/export", this::export),
        new Endpoint("POST", "/v1/imports", this::take).streaming());
  }

  private enum Format {
    LIFE("application/vnd.life"),
    JSONL("application/x-ndjson"),
    CSV("text/csv");

    private final String type;

    Format(String type) {
      this.type = type;
    }

    ContentType contentType() {
      return this == CSV
          ? MediaTypes.TEXT_CSV.toContentType(HttpCharsets.UTF_8)
          : ContentTypes.parse(type);
    }
  }

  private CompletionStage<HttpResponse> export(Call call) {
    call.allowParameters("format");
    var format =
        switch (call.text("format").orElse("life")) {
          case "life" -> Format.LIFE;
          case "jsonl" -> Format.JSONL;
          case "csv" -> Format.CSV;
          default -> throw Problem.badInput("'format' is life, jsonl or csv").asException();
        };
    var id = lives.known(call.variable("id"));
    var bytes =
        StreamConverters.asOutputStream(STALL)
            .mapMaterializedValue(
                to -> CompletableFuture.runAsync(() -> write(id, format, to), blocking));
    return CompletableFuture.completedFuture(
        HttpResponse.create()
            .addHeader(
                RawHeader.create(
                    "Content-Disposition",
                    "attachment; filename=\"%s.%s\""
                        .formatted(id, call.text("format").orElse("life"))))
            .withEntity(HttpEntities.createChunked(format.contentType(), bytes)));
  }

  private void write(LifeId id, Format format, OutputStream to) {
    try (to) {
      switch (format) {
        case LIFE ->
            new Chronicle(service.biography())
                .export(id, to, service.version(), Instant.now(), Progress.SILENT);
        case JSONL -> lines(id, to, "", told -> Views.fact(told).toString());
        case CSV -> lines(id, to, CsvLine.HEAD + "\n", CsvLine::of);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the export of " + id + " ended early", e);
    }
  }

  private void lines(LifeId id, OutputStream to, String head, Function<Told, String> line)
      throws IOException {
    var biography = service.biography();
    try (Writer text =
        new BufferedWriter(new OutputStreamWriter(to, StandardCharsets.UTF_8), 1 << 16)) {
      text.write(head);
      biography.tell(
          id,
          Decider.UNBORN,
          biography.lastSeq(id),
          told -> {
            try {
              text.write(line.apply(told));
              text.write('\n');
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
    }
  }

  /** The body goes to a file first: it may come slowly, and work is not for waiting. */
  private CompletionStage<HttpResponse> take(Call call) {
    call.allowParameters("as", "verify");
    var as = call.text("as").map(Asked::id);
    boolean verify =
        switch (call.text("verify").orElse("true")) {
          case "true" -> true;
          case "false" -> false;
          default -> throw Problem.badInput("'verify' is true or false").asException();
        };
    Path file;
    try {
      file = Files.createTempFile("life-import", ".life");
    } catch (IOException e) {
      throw Problem.notReady("there is no room for the file: " + e.getMessage()).asException();
    }
    return call.request()
        .entity()
        .withSizeLimit(MOST_BYTES)
        .getDataBytes()
        .runWith(FileIO.toPath(file), materializer)
        .thenApply(_ ->
            works.begin(
                "import",
                as.map(LifeId::slug).orElse(""),
                progress -> let(file, as, verify, progress)))
        .whenComplete((_, failure) -> {
          if (failure != null) {
            delete(file);
          }
        })
        .thenCompose(WorkEndpoints::answer);
  }

  private ObjectNode let(Path file, Optional<LifeId> as, boolean verify, Progress progress)
      throws IOException {
    try (InputStream bytes = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
      var verified = Import.into(service.facts(), bytes, as, verify, Instant.now(), progress);
      refuseUnequal(verified);
      var name = as.orElse(verified.life());
      service.lives().tell(new Lives.Wake(name));
      return Views.object()
          .put("life", name.slug())
          .put("facts", verified.tally().told())
          .put("verified", verify)
          .put("hash", verified.state().hex());
    } finally {
      delete(file);
    }
  }

  private static void refuseUnequal(Verified verified) {
    switch (verified.outcome()) {
      case Outcome.Equal _ -> {}
      case Outcome.Diverged(var divergence) ->
          throw Problem.notEqual(VerificationView.words(divergence)).asException();
      case Outcome.NotComparable(long seq, int version) ->
          throw Problem.notEqual(
                  "fact %d was lived under laws version %d, which this program does not have"
                      .formatted(seq, version))
              .asException();
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      LoggerFactory.getLogger(TransferEndpoints.class).warn("{} stays behind", file, e);
    }
  }
}
