package life.journal;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.MapperBuilder;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import com.fasterxml.jackson.dataformat.cbor.CBORGenerator;
import com.fasterxml.jackson.dataformat.cbor.databind.CBORMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.List;
import java.util.SortedMap;
import life.being.CauseOfDeath;
import life.being.Downtime;
import life.being.Fact;
import life.being.LifeId;
import life.being.Metadata;
import life.being.SelfState;
import life.being.Source;
import life.being.StateHash;
import life.body.Shift;
import life.body.Vitals;
import life.mind.Association;
import life.mind.BaseLevel;
import life.mind.Condition;
import life.mind.LongTerm;
import life.mind.Meaning;
import life.mind.Response;
import life.mind.Trace;
import life.world.Family;
import life.world.Kinds;
import life.world.Stimulus;
import life.world.StimulusKind;
import life.world.Weather;

/**
 * How facts and states are written down: CBOR in the journal, JSON for readers, both with the same
 * stable type names and never a class name.
 *
 * <p>In CBOR the values of frequent facts are arrays in the order of their components. So a
 * component may be appended to them (old facts then lack it), but never moved or taken away.
 */
public final class FactFormat {
  /** The names under which facts and states are written down, for ever. */
  private static final List<NamedType> NAMES =
      List.of(
          new NamedType(Fact.Born.class, "born"),
          new NamedType(Fact.Lived.class, "lived"),
          new NamedType(Fact.Reached.class, "reached"),
          new NamedType(Fact.Resumed.class, "resumed"),
          new NamedType(Fact.Settled.class, "settled"),
          new NamedType(Fact.Branched.class, "branched"),
          new NamedType(Fact.Met.class, "met"),
          new NamedType(Fact.FellAsleep.class, "fell-asleep"),
          new NamedType(Fact.Woke.class, "woke"),
          new NamedType(Fact.Consolidated.class, "consolidated"),
          new NamedType(Fact.Recalled.class, "recalled"),
          new NamedType(Fact.Echoed.class, "echoed"),
          new NamedType(Fact.Observed.class, "observed"),
          new NamedType(Fact.Adapted.class, "adapted"),
          new NamedType(Fact.RolledBack.class, "rolled-back"),
          new NamedType(Fact.Degraded.class, "degraded"),
          new NamedType(Fact.Recovered.class, "recovered"),
          new NamedType(Fact.Died.class, "died"),
          new NamedType(Fact.Marked.class, "marked"),
          new NamedType(SelfState.Unborn.class, "unborn"),
          new NamedType(SelfState.Alive.class, "alive"),
          new NamedType(SelfState.Dead.class, "dead"));

  /** For people and other programs: objects with names. */
  public static final JsonMapper JSON =
      shared(JsonMapper.builder())
          .addMixIn(Fact.class, NamedFact.class)
          .addMixIn(Fact.Reached.class, MetadataIfThereIsAny.class)
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
          .withConfigOverride(Trace.class, o -> o.setFormat(array()))
          .withConfigOverride(BaseLevel.class, o -> o.setFormat(array()))
          .withConfigOverride(Association.class, o -> o.setFormat(array()))
          .withConfigOverride(StimulusKind.class, o -> o.setFormat(array()))
          .build();

  /** The same for what may come from anybody: nothing may be missing. */
  static final CBORMapper FOREIGN = strict();

  private FactFormat() {}

  private static CBORMapper strict() {
    var strict = CBOR.copy();
    strict.setDefaultSetterInfo(JsonSetter.Value.construct(Nulls.FAIL, Nulls.FAIL));
    strict.addMixIn(Fact.Reached.class, KeyAndMetadataMayBeNull.class);
    return strict;
  }

  /** The names of all kinds of facts, as {@link Fact#type} says them. */
  public static List<String> factTypes() {
    return NAMES.stream()
        .filter(named -> Fact.class.isAssignableFrom(named.getType()))
        .map(NamedType::getName)
        .toList();
  }

  private static <B extends MapperBuilder<?, B>> B shared(B builder) {
    return builder
        .addModule(new JavaTimeModule())
        .registerSubtypes(NAMES.toArray(NamedType[]::new))
        .visibility(PropertyAccessor.ALL, Visibility.NONE)
        .visibility(PropertyAccessor.FIELD, Visibility.ANY)
        .visibility(PropertyAccessor.CREATOR, Visibility.ANY)
        .addMixIn(SelfState.class, NamedState.class)
        .addMixIn(LifeId.class, Slug.class)
        .addMixIn(StateHash.class, Hex.class)
        .addMixIn(CauseOfDeath.class, Word.class)
        .addMixIn(Source.class, Word.class)
        .addMixIn(Downtime.class, Word.class)
        .addMixIn(Fact.Resumed.class, ReasonIfThereIsOne.class)
        .addMixIn(Response.class, Word.class)
        .addMixIn(Family.class, Word.class)
        .addMixIn(Weather.class, Word.class)
        .addMixIn(Kinds.class, ListOfKinds.class)
        .addMixIn(LongTerm.class, ListOfTraces.class)
        .addMixIn(Metadata.class, Entries.class)
        .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
  }

  private static JsonFormat.Value array() {
    return JsonFormat.Value.forShape(JsonFormat.Shape.ARRAY);
  }

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
  private interface NamedFact {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, include = JsonTypeInfo.As.WRAPPER_ARRAY)
  private interface WrappedFact {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
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

  /** A mixin: Jackson reads its signatures, nobody calls it. */
  @SuppressWarnings("UnusedVariable")
  private abstract static class ListOfKinds {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    ListOfKinds(List<StimulusKind> list) {}

    @JsonValue
    abstract List<StimulusKind> list();
  }

  /** A mixin: Jackson reads its signatures, nobody calls it. */
  @SuppressWarnings("UnusedVariable")
  private abstract static class ListOfTraces {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    ListOfTraces(List<Trace> traces) {}

    @JsonValue
    abstract List<Trace> traces();
  }

  /** A mixin: Jackson reads its signatures, nobody calls it. */
  @SuppressWarnings("UnusedVariable")
  private abstract static class Entries {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    Entries(SortedMap<String, String> entries) {}

    @JsonValue
    abstract SortedMap<String, String> entries();
  }

  /** A mixin: Jackson reads its fields, nobody uses them. */
  @SuppressWarnings({"UnusedVariable", "NullAway"})
  private abstract static class KeyAndMetadataMayBeNull {
    @JsonSetter(nulls = Nulls.SET)
    String key;

    @JsonSetter(nulls = Nulls.SET)
    Metadata metadata;
  }

  /** A mixin: Jackson reads its field, nobody uses it. */
  @SuppressWarnings({"UnusedVariable", "NullAway"})
  private abstract static class MetadataIfThereIsAny {
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    Metadata metadata;
  }

  /** A mixin: Jackson reads its field, nobody uses it. */
  @SuppressWarnings({"UnusedVariable", "NullAway"})
  private abstract static class ReasonIfThereIsOne {
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @JsonSetter(nulls = Nulls.SET)
    Downtime reason;
  }

  private interface Word {
    @JsonValue
    String word();
  }
}
