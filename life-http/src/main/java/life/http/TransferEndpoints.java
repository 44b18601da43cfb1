package life.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import life.archive.Import;
import life.archive.Progress;
import life.archive.Verified;
import life.being.LifeId;
import life.chronicle.Verification.Outcome;
import life.http.gate.Right;
import life.http.problem.Problem;
import org.apache.pekko.dispatch.Dispatchers;
import org.apache.pekko.http.javadsl.model.HttpEntities;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.apache.pekko.http.javadsl.model.headers.RawHeader;
import org.apache.pekko.stream.ActorAttributes;
import org.apache.pekko.stream.Materializer;
import org.apache.pekko.stream.javadsl.FileIO;
import org.slf4j.LoggerFactory;

/** Lives that are carried elsewhere, and lives that come from there. */
final class TransferEndpoints {
  /** A life of some hundred million facts. */
  private static final long MOST_BYTES = 16L << 30;

  private final Service service;
  private final LifeEndpoints lives;
  private final Works works;
  private final Materializer materializer;

  TransferEndpoints(Service service, LifeEndpoints lives, Works works, Materializer materializer) {
    this.service = service;
    this.lives = lives;
    this.works = works;
    this.materializer = materializer;
  }

  List<Endpoint> all() {
    return List.of(
        Endpoint.get("/v1/lives/{id}/export", this::export),
        Endpoint.post("/v1/admin/imports", Right.OPERATE, this::take)
            .taking(
                Intake.streamed(MOST_BYTES, "application/vnd.life", "application/octet-stream")));
  }

  private CompletionStage<HttpResponse> export(Call call) {
    call.allowParameters("format");
    var name = call.text("format").orElse("life");
    var format =
        Export.named(name)
            .orElseThrow(() ->
                Problem.badInput("'format' is life, jsonl or csv, not '" + name + "'")
                    .asException());
    var id = lives.known(call.variable("id"));
    return CompletableFuture.completedFuture(
        HttpResponse.create()
            .addHeader(
                RawHeader.create(
                    "Content-Disposition", "attachment; filename=\"" + id + "." + name + "\""))
            .withEntity(
                HttpEntities.createChunked(
                    format.contentType(),
                    format
                        .of(service.biography(), id, service.version())
                        .withAttributes(
                            ActorAttributes.dispatcher(
                                Dispatchers.DefaultBlockingDispatcherId())))));
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
    works.refuseIfFull();
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
                Right.OPERATE,
                progress -> let(file, as, verify, progress),
                () -> delete(file)))
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
      service.arrived().accept(name);
      return Views.object()
          .put("life", name.slug())
          .put("facts", verified.tally().told())
          .put("verified", verify)
          .put("hash", verified.state().hex());
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
