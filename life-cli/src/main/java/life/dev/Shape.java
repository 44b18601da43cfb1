package life.dev;

import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.Utf8Entry;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What one class shows to others, and whom it knows. Others are named by their outermost class:
 * what is nested in it comes from the same source.
 *
 * @param name such as {@code life/mind/Mood$Swing}
 * @param source such as {@code life/mind/Mood.java}
 * @param local in a method, so that no other source can name it
 * @param face what others compile against
 * @param promises what others may have taken into their own code without leaving a trace there:
 *     constants, and those from whom constants are inherited
 * @param exposes whom others come to know by this class although their own code need not name them
 * @param mentions all whom the class file names
 */
record Shape(
    String name,
    String source,
    boolean local,
    Set<String> face,
    Map<String, String> promises,
    Set<String> exposes,
    Set<String> mentions) {

  private static final Pattern TYPE = Pattern.compile("L([\\w/]+)[$\\w]*[;<]");

  static Shape of(byte[] bytes) {
    var model = ClassFile.of().parse(bytes);
    var name = model.thisClass().asInternalName();
    var folder = name.substring(0, name.lastIndexOf('/') + 1);
    var source =
        model
            .findAttribute(Attributes.sourceFile())
            .map(attribute -> folder + attribute.sourceFile().stringValue())
            .orElse(outermost(name) + ".java");
    return new Shape(
        name,
        source,
        model.findAttribute(Attributes.enclosingMethod()).isPresent(),
        Face.of(model),
        promises(model),
        exposes(model),
        mentions(model));
  }

  String unit() {
    return outermost(name);
  }

  boolean isOutermost() {
    return name.equals(unit());
  }

  static String outermost(String name) {
    int nested = name.indexOf('$', name.lastIndexOf('/') + 1);
    return nested < 0 ? name : name.substring(0, nested);
  }

  private static Map<String, String> promises(ClassModel model) {
    var promises = new TreeMap<String, String>();
    var flags = Face.flags(model);
    Face.fields(model)
        .forEach(field ->
            field
                .findAttribute(Attributes.constantValue())
                .ifPresent(value ->
                    promises.put(
                        field.fieldName().stringValue(),
                        flags
                            + " "
                            + field.flags().flagsMask()
                            + " "
                            + field.fieldType().stringValue()
                            + " "
                            + value.constant().constantValue())));
    Stream.concat(model.superclass().stream(), model.interfaces().stream())
        .map(ClassEntry::asInternalName)
        .filter(type -> !type.startsWith("java/"))
        .forEach(type -> promises.put("is " + type, ""));
    return promises;
  }

  private static Set<String> exposes(ClassModel model) {
    var exposes = new HashSet<String>();
    model.superclass().ifPresent(type -> exposes.add(outermost(type.asInternalName())));
    model.interfaces().forEach(type -> exposes.add(outermost(type.asInternalName())));
    model
        .findAttribute(Attributes.permittedSubclasses())
        .ifPresent(permitted ->
            permitted
                .permittedSubclasses()
                .forEach(type -> exposes.add(outermost(type.asInternalName()))));
    addTypes(Face.signature(model), exposes);
    Face.fields(model).forEach(field -> addTypes(Face.signature(field), exposes));
    Face.methods(model)
        .forEach(method -> {
          addTypes(Face.signature(method), exposes);
          Face.exceptions(method).map(Shape::outermost).forEach(exposes::add);
        });
    return exposes;
  }

  private static Set<String> mentions(ClassModel model) {
    var mentions = new HashSet<String>();
    for (var entry : model.constantPool()) {
      if (entry instanceof ClassEntry type && !type.asInternalName().startsWith("[")) {
        mentions.add(outermost(type.asInternalName()));
      } else if (entry instanceof Utf8Entry text) {
        addTypes(text.stringValue(), mentions);
      }
    }
    return mentions;
  }

  /** From descriptors and signatures; a text that only looks like one does no harm. */
  private static void addTypes(String text, Set<String> types) {
    if (text.indexOf('L') >= 0) {
      TYPE.matcher(text).results().forEach(found -> types.add(found.group(1)));
    }
  }
}
