package life.http;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.LevelResolver;
import com.atlassian.oai.validator.report.ValidationReport;
import com.atlassian.oai.validator.schema.ValidationConfiguration;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import life.http.Described.Operation;
import life.http.problem.ProblemType;
import life.journal.FactFormat;

/**
 * Holds requests and answers against the OpenAPI document: an answer must be one that is documented
 * there, and a request that is not refused must be one as it is described there.
 */
final class Fitting {
  /** What may be answered before it is known what is asked for. */
  private static final Set<Integer> ANYWHERE =
      Set.of(400, 401, 403, 404, 405, 408, 414, 421, 429, 431, 500, 501, 505);

  private static final int REFUSED = 400;
  private static final int MOST_SCHEMAS = 10_000;

  private static final OpenApiInteractionValidator VALIDATOR =
      OpenApiInteractionValidator.createForInlineApiSpecification(Described.TEXT)
          .withLevelResolver(
              // The document itself says where nothing may be added.
              LevelResolver.create()
                  .withLevel(
                      "validation.schema.additionalProperties", ValidationReport.Level.IGNORE)
                  .build())
          .withSchemaValidationConfiguration(
              new ValidationConfiguration().setMaxCacheSize(MOST_SCHEMAS))
          .build();

  private Fitting() {}

  /** A request as it was sent. */
  record Asked(String method, String target, Map<String, List<String>> headers, String body) {
    /** Without the query, and without steps that lead nowhere (RFC 3986, 5.2.4). */
    String path() {
      var path = target.split("\\?", 2)[0];
      return path.contains("/../") ? URI.create(path).normalize().toString() : path;
    }
  }

  /** An answer as it came. */
  record Answered(int status, Map<String, List<String>> headers, String body) {
    List<String> header(String name) {
      return headers.entrySet().stream()
          .filter(entry -> entry.getKey().equalsIgnoreCase(name))
          .flatMap(entry -> entry.getValue().stream())
          .toList();
    }
  }

  /** What does not fit; empty if all does. */
  static List<String> misfits(Asked asked, Answered answered) {
    var operation = Described.find(asked.method(), asked.path());
    if (operation.isEmpty()
        || (ANYWHERE.contains(answered.status())
            && !operation.get().statuses().contains(answered.status()))) {
      return ANYWHERE.contains(answered.status())
          ? ofProblem(answered)
          : List.of("this operation is not described");
    }
    var misfits = new ArrayList<>(misfits(answered, operation.get()));
    if (answered.status() < REFUSED) {
      misfits.addAll(ofRequest(asked, operation.get()));
    }
    return misfits;
  }

  private static List<String> misfits(Answered answered, Operation operation) {
    return messages(
        VALIDATOR.validateResponse(
            operation.examplePath(),
            Request.Method.valueOf(operation.method()),
            response(answered).build()));
  }

  /** What of a body does not fit, whatever the headers. */
  static List<String> ofBody(Answered answered, Operation operation) {
    return misfits(answered, operation).stream()
        .filter(misfit -> !misfit.startsWith("validation.response.header"))
        .toList();
  }

  /** What is wrong with a problem document. */
  static List<String> ofProblem(Answered answered) {
    var misfits = new ArrayList<String>();
    if (!answered.header("Content-Type").equals(List.of("application/problem+json"))) {
      misfits.add("it is no problem document, but " + answered.header("Content-Type"));
      return misfits;
    }
    var document = json(answered);
    document
        .fieldNames()
        .forEachRemaining(field -> {
          if (!Set.of("type", "title", "status", "detail", "known").contains(field)) {
            misfits.add("a problem has no field " + field);
          }
        });
    var path = document.path("type").asText();
    var type =
        Stream.of(ProblemType.values()).filter(known -> known.path().equals(path)).findFirst();
    if (type.isEmpty()) {
      misfits.add("there is no page " + path);
    } else if (type.get().status() != answered.status()
        || document.path("status").asInt() != answered.status()
        || !document.path("title").asText().equals(type.get().title())) {
      misfits.add("status or title are not those of " + path);
    }
    if (document.path("detail").asText().isBlank()) {
      misfits.add("it says nothing");
    }
    return misfits;
  }

  private static JsonNode json(Answered answered) {
    try {
      return FactFormat.JSON.readTree(answered.body());
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(answered.body(), e);
    }
  }

  private static SimpleResponse.Builder response(Answered answered) {
    var response = SimpleResponse.Builder.status(answered.status());
    answered.headers().forEach(response::withHeader);
    return answered.body().isEmpty() ? response : response.withBody(answered.body());
  }

  /** What of a request is not as it is described. */
  static List<String> ofRequest(Asked asked, Operation operation) {
    var request = new SimpleRequest.Builder(asked.method(), asked.path());
    asked
        .headers()
        .forEach((name, values) -> {
          if (values.stream().noneMatch(String::isBlank)) { // which the validator takes for none
            request.withHeader(name, values);
          }
        });
    query(asked, operation).forEach(request::withQueryParam);
    if (!asked.body().isEmpty()) {
      request.withBody(asked.body());
    }
    return messages(VALIDATOR.validateRequest(request.build()));
  }

  /** Under OpenAPI 3.1 the validator does not split lists, so they are given to it as JSON. */
  private static Map<String, List<String>> query(Asked asked, Operation operation) {
    var lists =
        operation.parameters("query").stream()
            .filter(Described.Parameter::isList)
            .map(Described.Parameter::name)
            .collect(Collectors.toSet());
    var query = new LinkedHashMap<String, List<String>>();
    var parts = asked.target().split("\\?", 2);
    if (parts.length < 2) {
      return query;
    }
    for (var part : parts[1].split("&", -1)) {
      var sides = part.split("=", 2);
      var name = decoded(sides[0]);
      var value = sides.length < 2 ? "" : decoded(sides[1]);
      query
          .computeIfAbsent(name, _ -> new ArrayList<>())
          .add(lists.contains(name) ? json(value) : value);
    }
    return query;
  }

  private static String json(String list) {
    return FactFormat.JSON.valueToTree(Arrays.asList(list.split(",", -1))).toString();
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  private static List<String> messages(ValidationReport report) {
    return report.getMessages().stream()
        .filter(message -> message.getLevel() == ValidationReport.Level.ERROR)
        .map(message -> message.getKey() + ": " + message.getMessage())
        .toList();
  }
}
