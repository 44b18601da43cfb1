package life.journal;

/**
 * How a payload is to be read. Kinds are few; a record refers to its kind by number.
 *
 * @param serializer the identifier of the serializer
 * @param manifest the serializer's manifest
 * @param eventManifest the manifest of an event adapter, mostly empty
 */
public record Kind(int serializer, String manifest, String eventManifest) {}
