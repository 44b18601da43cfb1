package life.journal;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.MapperBuilder;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.cbor.CBORGenerator;
import com.fasterxml.jackson.dataformat.cbor.databind.CBORMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import life.being.CauseOfDeath;
import life.being.Fact;
import life.being.LifeId;
import life.being.SelfState;
import life.being.Source;
import life.being.StateHash;
import life.body.Shift;
import life.body.Vitals;
import life.mind.Condition;
import life.mind.Meaning;
import life.mind.Response;
import life.world.Stimulus;

/**
 * How facts and states are written down: CBOR in the journal, JSON for readers, both with the same
 * stable type names and never a class name.
 *
 * <p>In CBOR the values of frequent facts are arrays in the order of their components. So a
 * component may be appended to them (old facts then lack it), but never moved or taken away.
 */
public final class FactFormat {
  /** For people and other programs: objects with names. */
  public static final JsonMapper JSON =
      shared(JsonMapper.builder())
          .addMixIn(Fact.class, NamedFact.class)
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .build();

  /** For the journal: small. */
  public static final CBORMapper CBOR =
      shared(CBORMapper.builder())
          .addMixIn(Fact.class, WrappedFact.class)
          .enable(CBORGenerator.Feature.WRITE_MINIMAL_DOUBLES)
          .withConfigOverride(Fact.Lived.class, o -> o.setFormat(array()))
          .withConfigOverride(Fact.Met.class, o -> o.setFormat(array()))
          .withConfigOverride(Fact.Reached.class, o -> o.setFormat(array()))
          .withConfigOverride(Condition.class, o -> o.setFormat(array()))
          .withConfigOverride(Vitals.class, o -> o.setFormat(array()))
          .withConfigOverride(Shift.class, o -> o.setFormat(array()))
          .withConfigOverride(Meaning.class, o -> o.setFormat(array()))
          .withConfigOverride(Stimulus.class, o -> o.setFormat(array()))
          .build();

  private FactFormat() {}

  private static <B extends MapperBuilder<?, B>> B shared(B builder) {
    return builder
        .addModule(new JavaTimeModule())
        .visibility(PropertyAccessor.ALL, Visibility.NONE)
        .visibility(PropertyAccessor.FIELD, Visibility.ANY)
        .visibility(PropertyAccessor.CREATOR, Visibility.ANY)
        .addMixIn(SelfState.class, NamedState.class)
        .addMixIn(LifeId.class, Slug.class)
        .addMixIn(StateHash.class, Hex.class)
        .addMixIn(CauseOfDeath.class, Word.class)
        .addMixIn(Source.class, Word.class)
        .addMixIn(Response.class, Word.class)
        .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
  }

  private static JsonFormat.Value array() {
    return JsonFormat.Value.forShape(JsonFormat.Shape.ARRAY);
  }

  @JsonSubTypes({
    @JsonSubTypes.Type(value = Fact.Born.class, name = "born"),
    @JsonSubTypes.Type(value = Fact.Lived.class, name = "lived"),
    @JsonSubTypes.Type(value = Fact.Reached.class, name = "reached"),
    @JsonSubTypes.Type(value = Fact.Resumed.class, name = "resumed"),
    @JsonSubTypes.Type(value = Fact.Settled.class, name = "settled"),
    @JsonSubTypes.Type(value = Fact.Met.class, name = "met"),
    @JsonSubTypes.Type(value = Fact.Degraded.class, name = "degraded"),
    @JsonSubTypes.Type(value = Fact.Recovered.class, name = "recovered"),
    @JsonSubTypes.Type(value = Fact.Died.class, name = "died"),
    @JsonSubTypes.Type(value = Fact.Marked.class, name = "marked")
  })
  private interface FactNames {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
  private interface NamedFact extends FactNames {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, include = JsonTypeInfo.As.WRAPPER_ARRAY)
  private interface WrappedFact extends FactNames {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = SelfState.Unborn.class, name = "unborn"),
    @JsonSubTypes.Type(value = SelfState.Alive.class, name = "alive"),
    @JsonSubTypes.Type(value = SelfState.Dead.class, name = "dead")
  })
  private interface NamedState {}

  /** A mixin: Jackson reads its signatures, nobody calls it. */
  @SuppressWarnings("UnusedVariable")
  private abstract static class Slug {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    Slug(String slug) {}

    @JsonValue
    abstract String slug();
  }

  /** A mixin: Jackson reads its signatures, nobody calls it. */
  @SuppressWarnings("UnusedVariable")
  private abstract static class Hex {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    Hex(String hex) {}

    @JsonValue
    abstract String hex();
  }

  private interface Word {
    @JsonValue
    String word();
  }
}
