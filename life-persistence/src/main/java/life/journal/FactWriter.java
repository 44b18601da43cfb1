package life.journal;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.io.IOException;
import java.util.List;
import life.being.Fact;
import life.being.Metadata;
import life.body.Shift;
import life.body.Vitals;
import life.mind.Condition;
import life.mind.Meaning;
import life.world.Stimulus;

/**
 * Writes a fact so that {@link FactFormat#CBOR} reads it. The frequent facts are spelled out here:
 * Jackson by itself takes longer, to look into each record, and writes arrays without their length,
 * which is a byte more for each.
 */
final class FactWriter {
  private static final ObjectWriter ANY = FactFormat.CBOR.writerFor(Fact.class);

  /** More than the largest frequent fact takes. */
  private static final int USUAL_BYTES = 256;

  private FactWriter() {}

  static byte[] bytes(Fact fact) throws IOException {
    return switch (fact) {
      case Fact.Lived(long ticks, var after) ->
          written(
              "lived",
              to -> {
                to.writeStartArray(fact, 2);
                to.writeNumber(ticks);
                condition(to, after);
              });
      case Fact.Reached(var stimulus, long due, var source, var key, var metadata) ->
          written(
              "reached",
              to -> {
                to.writeStartArray(fact, metadata.isEmpty() ? 4 : 5);
                stimulus(to, stimulus);
                to.writeNumber(due);
                to.writeString(source.word());
                to.writeString(key);
                if (!metadata.isEmpty()) {
                  metadata(to, metadata);
                }
              });
      case Fact.Met(var causes, var stimulus, var meaning, var after) ->
          written(
              "met",
              to -> {
                to.writeStartArray(fact, 4);
                causes(to, causes);
                stimulus(to, stimulus);
                meaning(to, meaning);
                condition(to, after);
              });
      case Fact.Born _,
          Fact.Resumed _,
          Fact.Settled _,
          Fact.Branched _,
          Fact.FellAsleep _,
          Fact.Woke _,
          Fact.Consolidated _,
          Fact.Recalled _,
          Fact.Echoed _,
          Fact.Observed _,
          Fact.Adapted _,
          Fact.RolledBack _,
          Fact.Degraded _,
          Fact.Recovered _,
          Fact.Died _,
          Fact.Marked _ ->
          ANY.writeValueAsBytes(fact);
    };
  }

  private interface Content {
    void writeTo(JsonGenerator to) throws IOException;
  }

  /** A name and its content, as an array of two. */
  private static byte[] written(String name, Content content) throws IOException {
    try (var bytes = new ByteArrayBuilder(USUAL_BYTES);
        var to = FactFormat.CBOR.getFactory().createGenerator(bytes)) {
      to.writeStartArray(name, 2);
      to.writeString(name);
      content.writeTo(to);
      to.writeEndArray();
      to.writeEndArray();
      to.flush();
      return bytes.toByteArray();
    }
  }

  private static void causes(JsonGenerator to, List<Long> causes) throws IOException {
    to.writeStartArray(causes, causes.size());
    for (long cause : causes) {
      to.writeNumber(cause);
    }
    to.writeEndArray();
  }

  private static void stimulus(JsonGenerator to, Stimulus stimulus) throws IOException {
    to.writeStartArray(stimulus, 2);
    to.writeString(stimulus.kind());
    to.writeNumber(stimulus.intensity());
    to.writeEndArray();
  }

  private static void metadata(JsonGenerator to, Metadata metadata) throws IOException {
    to.writeStartObject(metadata, metadata.entries().size());
    for (var entry : metadata.entries().entrySet()) {
      to.writeStringField(entry.getKey(), entry.getValue());
    }
    to.writeEndObject();
  }

  private static void meaning(JsonGenerator to, Meaning meaning) throws IOException {
    to.writeStartArray(meaning, 5);
    to.writeNumber(meaning.significance());
    to.writeString(meaning.response().word());
    shift(to, meaning.impact());
    to.writeNumber(meaning.novelty());
    to.writeNumber(meaning.relief());
    to.writeEndArray();
  }

  private static void condition(JsonGenerator to, Condition condition) throws IOException {
    to.writeStartArray(condition, 4);
    vitals(to, condition.vitals());
    to.writeNumber(condition.arousal());
    to.writeNumber(condition.felt());
    to.writeNumber(condition.pressure());
    to.writeEndArray();
  }

  private static void vitals(JsonGenerator to, Vitals vitals) throws IOException {
    numbers(to, vitals.energy(), vitals.stability(), vitals.integrity());
  }

  private static void shift(JsonGenerator to, Shift shift) throws IOException {
    numbers(to, shift.energy(), shift.stability(), shift.integrity());
  }

  private static void numbers(JsonGenerator to, double... numbers) throws IOException {
    to.writeArray(numbers, 0, numbers.length);
  }
}
