package life.http;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import life.archive.LifeFileDamaged;
import life.archive.NoSuchMoment;
import life.archive.Progress;
import life.http.gate.Gate;
import life.http.gate.Gate.Pass;
import life.http.problem.Problem;
import life.http.problem.ProblemType;
import life.journal.JournalDamaged;
import life.journal.JournalUnavailable;
import life.journal.NotAdmitted;
import org.apache.pekko.http.javadsl.model.AttributeKey;
import org.apache.pekko.http.javadsl.model.HttpEntity;
import org.apache.pekko.http.javadsl.model.HttpHeader;
import org.apache.pekko.http.javadsl.model.HttpRequest;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.apache.pekko.http.javadsl.model.headers.RawHeader;
import org.apache.pekko.http.scaladsl.model.EntityStreamException;
import org.apache.pekko.http.scaladsl.model.EntityStreamSizeException;
import org.apache.pekko.http.scaladsl.model.IllegalUriException;
import org.apache.pekko.stream.Materializer;
import org.apache.pekko.util.ByteString;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds the endpoint for a request and turns whatever goes wrong into a {@link Problem}. The
 * endpoints are a table, so that tests and documents can walk through all of them.
 */
final class Router {
  /** So much of a refused body is read to its end, lest the sender miss the answer. */
  private static final long MOST_DISCARDED_BYTES = 32 << 20;

  /** What every answer carries: a browser takes it as what it is, and shows it to nobody else. */
  private static final List<HttpHeader> ALWAYS =
      List.of(
          RawHeader.create("X-Content-Type-Options", "nosniff"),
          RawHeader.create("Cross-Origin-Resource-Policy", "same-origin"));

  /** The template of the endpoint that an answer comes from; it isn't sent. */
  private static final AttributeKey<String> ROUTE = AttributeKey.create("route", String.class);

  private static final String NO_ROUTE = "none";

  private static final Duration BODY_TIMEOUT = Duration.ofSeconds(10);
  private static final Logger LOG = LoggerFactory.getLogger(Router.class);

  private final Gate gate;
  private final List<Endpoint> endpoints;
  private final Meters meters;
  private final Materializer materializer;

  Router(Gate gate, List<Endpoint> endpoints, Meters meters, Materializer materializer) {
    this.gate = gate;
    this.meters = meters;
    this.endpoints = List.copyOf(endpoints);
    this.materializer = materializer;
  }

  /** Answers a request; never fails. */
  CompletionStage<HttpResponse> answer(HttpRequest request) {
    return attempt(() -> enter(request))
        .handle(
            (response, failure) -> counted(request, said(response, failure)).addHeaders(ALWAYS));
  }

  private HttpResponse counted(HttpRequest request, HttpResponse response) {
    meters.answered(
        request.method().value(),
        response.getAttribute(ROUTE).orElse(NO_ROUTE),
        response.status().intValue());
    response.getAttribute(Problem.TYPE).ifPresent(meters::refused);
    return response;
  }

  private CompletionStage<HttpResponse> enter(HttpRequest request) {
    Pass pass;
    try {
      pass = gate.enter(request);
    } catch (Problem.Refused refused) {
      discard(request);
      throw refused;
    }
    return attempt(() -> route(request, pass))
        .handle((response, failure) ->
            Tags.on(request, said(response, failure)).addHeaders(pass.headers()));
  }

  private CompletionStage<HttpResponse> route(HttpRequest request, Pass pass) {
    var path = path(request);
    var method = request.method().value();
    var allowed = new ArrayList<String>();
    for (var endpoint : endpoints) {
      var variables = endpoint.match(path);
      if (variables.isPresent() && endpoint.method().equals(method)) {
        return attempt(() -> call(endpoint, request, variables.get(), pass))
            .handle((response, failure) ->
                said(response, failure).addAttribute(ROUTE, endpoint.template()));
      }
      if (variables.isPresent()) {
        allowed.add(endpoint.method());
      }
    }
    discard(request);
    throw (allowed.isEmpty()
            ? Problem.notFound(Body.shortened(request.getUri().path()))
            : Problem.methodNotAllowed(method, allowed))
        .asException();
  }

  /** The parts of the path, as {@link Endpoint#parts} has them; none where it is not well made. */
  private static List<String> path(HttpRequest request) {
    var segments = new ArrayList<String>();
    var path = request.getUri().path();
    if (path.equals("/")) {
      segments.add("");
      return segments;
    }
    if (path.contains("//") || (path.length() > 1 && path.endsWith("/"))) {
      return segments;
    }
    request.getUri().pathSegments().forEach(segments::add);
    return segments;
  }

  private CompletionStage<HttpResponse> call(
      Endpoint endpoint, HttpRequest request, Map<String, String> variables, Pass pass) {
    var intake = endpoint.intake();
    try {
      pass.require(endpoint.right());
      refuseUnfit(intake, request);
    } catch (Problem.Refused refused) {
      discard(request);
      throw refused;
    }
    if (!intake.isRead() || intake.mediaTypes().isEmpty()) {
      if (intake.isRead()) {
        discard(request);
      }
      return endpoint
          .handler()
          .answer(new Call(request, variables, ByteString.emptyByteString(), pass));
    }
    return body(request, intake)
        .thenCompose(body -> endpoint.handler().answer(new Call(request, variables, body, pass)));
  }

  private CompletionStage<ByteString> body(HttpRequest request, Intake intake) {
    if (request.entity() instanceof HttpEntity.Strict whole) {
      return CompletableFuture.completedFuture(whole.getData());
    }
    return request
        .entity()
        .toStrict(BODY_TIMEOUT.toMillis(), intake.mostBytes(), materializer)
        .exceptionally(failure -> notRead(failure, intake))
        .thenApply(HttpEntity.Strict::getData);
  }

  private static HttpEntity.Strict notRead(Throwable failure, Intake intake) {
    throw switch (failure instanceof CompletionException ? failure.getCause() : failure) {
      case TimeoutException _ -> Problem.tooSlow(BODY_TIMEOUT.toSeconds()).asException();
      case EntityStreamSizeException _ -> Problem.tooLarge(intake.mostBytes()).asException();
      case EntityStreamException e when isTooLarge(e) ->
          Problem.tooLarge(intake.mostBytes()).asException();
      case null, default -> new CompletionException(failure);
    };
  }

  private static void refuseUnfit(Intake intake, HttpRequest request) {
    if (intake.mediaTypes().isEmpty()) {
      return;
    }
    var length = request.entity().getContentLengthOption();
    if (length.isPresent() && length.getAsLong() > intake.mostBytes()) {
      throw Problem.tooLarge(intake.mostBytes()).asException();
    }
    var encoding = request.getHeader("Content-Encoding").map(HttpHeader::value);
    if (encoding.isPresent() && !encoding.get().equalsIgnoreCase("identity")) {
      throw Problem.of(
              ProblemType.WRONG_MEDIA_TYPE,
              "A body must come as it is, but was encoded as " + Body.shortened(encoding.get()))
          .with("Accept-Encoding", "identity")
          .asException();
    }
    var type = request.entity().getContentType().mediaType();
    var given = type.mainType() + "/" + type.subType();
    if (!intake.mediaTypes().contains(given)) {
      throw Problem.wrongMediaType(
              String.join(" or ", intake.mediaTypes()),
              given.equals("none/none") ? "not said" : given)
          .asException();
    }
  }

  private void discard(HttpRequest request) {
    if (request.entity() instanceof HttpEntity.Strict) {
      return;
    }
    request.entity().withSizeLimit(MOST_DISCARDED_BYTES).discardBytes(materializer);
  }

  private static CompletionStage<HttpResponse> attempt(
      Supplier<CompletionStage<HttpResponse>> work) {
    try {
      return work.get();
    } catch (RuntimeException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  private static HttpResponse said(HttpResponse response, @Nullable Throwable failure) {
    return failure == null ? response : problemOf(failure).toResponse();
  }

  /** What a failure means to whoever asked. */
  static Problem problemOf(Throwable failure) {
    var cause = failure;
    while (cause instanceof CompletionException && cause.getCause() != null) {
      cause = cause.getCause();
    }
    return switch (cause) {
      case Problem.Refused refused -> refused.problem();
      case IllegalUriException e ->
          Problem.badInput("the address can't be read: " + e.info().summary());
      case EntityStreamException _ -> Problem.badInput("the body ended before it was complete");
      case TimeoutException _ ->
          Problem.notReady("there was no answer in time; trying again with the same key is safe");
      case NoSuchMoment none -> Problem.noSuchMoment(none.words());
      case LifeFileDamaged damaged -> Problem.lifeFileDamaged(damaged.words());
      case NotAdmitted refused -> Problem.exists(String.valueOf(refused.getMessage()));
      case Progress.Cancelled _ -> Problem.cancelled();
      case JournalDamaged damaged -> Problem.damaged(String.valueOf(damaged.getMessage()));
      case JournalUnavailable unavailable ->
          Problem.notReady(String.valueOf(unavailable.getMessage()));
      default -> bug(cause);
    };
  }

  /** Pekko says it so when a body without a length turns out too long. */
  private static boolean isTooLarge(EntityStreamException e) {
    return e.getMessage() != null && e.getMessage().startsWith("Request too large");
  }

  private static Problem bug(Throwable cause) {
    LOG.error("A request failed", cause);
    return Problem.bug();
  }
}
