package life.dev;

import static java.util.stream.Collectors.joining;

import java.lang.classfile.Annotation;
import java.lang.classfile.AnnotationValue;
import java.lang.classfile.AttributedElement;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.FieldModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.constantpool.ClassEntry;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * All that the compiler looks at when another source uses a class, as lines to compare: no code, no
 * private members, nothing that the compiler itself has added.
 */
final class Face {
  private static final int UNSEEN = ClassFile.ACC_PRIVATE | ClassFile.ACC_SYNTHETIC;

  /** How a method does its work concerns nobody else. */
  private static final int INNER_AFFAIRS = ClassFile.ACC_SYNCHRONIZED | ClassFile.ACC_NATIVE;

  private Face() {}

  static Set<String> of(ClassModel model) {
    var lines = new TreeSet<String>();
    lines.add("flags " + flags(model));
    model.superclass().ifPresent(type -> lines.add("extends " + type.asInternalName()));
    lines.add("implements " + names(model.interfaces()));
    model
        .findAttribute(Attributes.permittedSubclasses())
        .ifPresent(permitted -> lines.add("permits " + names(permitted.permittedSubclasses())));
    model
        .findAttribute(Attributes.record())
        .ifPresent(of ->
            lines.add(
                "record "
                    + of.components().stream()
                        .map(part -> part.name() + " " + part.descriptor() + common(part))
                        .collect(joining(", "))));
    lines.add("class" + common(model));
    fields(model).map(Face::line).forEach(lines::add);
    methods(model).map(Face::line).forEach(lines::add);
    return Set.copyOf(lines);
  }

  static Stream<FieldModel> fields(ClassModel model) {
    return model.fields().stream().filter(field -> (field.flags().flagsMask() & UNSEEN) == 0);
  }

  static Stream<MethodModel> methods(ClassModel model) {
    return model.methods().stream()
        .filter(method -> (method.flags().flagsMask() & UNSEEN) == 0)
        .filter(method -> !method.methodName().equalsString("<clinit>"));
  }

  /** A nested class has its true flags in the list of nested classes only. */
  static int flags(ClassModel model) {
    return model.findAttribute(Attributes.innerClasses()).stream()
        .flatMap(inner -> inner.classes().stream())
        .filter(inner -> inner.innerClass().equals(model.thisClass()))
        .mapToInt(inner -> inner.flagsMask())
        .findFirst()
        .orElse(model.flags().flagsMask());
  }

  static String signature(AttributedElement element) {
    return element
        .findAttribute(Attributes.signature())
        .map(signature -> signature.signature().stringValue())
        .orElse("");
  }

  static Stream<String> exceptions(MethodModel method) {
    return method.findAttribute(Attributes.exceptions()).stream()
        .flatMap(thrown -> thrown.exceptions().stream())
        .map(ClassEntry::asInternalName);
  }

  private static String line(FieldModel field) {
    var constant =
        field
            .findAttribute(Attributes.constantValue())
            .map(value -> " = " + value.constant().constantValue())
            .orElse("");
    return "field %s %s %s%s%s"
        .formatted(
            field.flags().flagsMask(),
            field.fieldName().stringValue(),
            field.fieldType().stringValue(),
            constant,
            common(field));
  }

  private static String line(MethodModel method) {
    var standard =
        method
            .findAttribute(Attributes.annotationDefault())
            .map(value -> " default " + text(value.defaultValue()))
            .orElse("");
    return "method %s %s%s throws %s%s%s"
        .formatted(
            method.flags().flagsMask() & ~INNER_AFFAIRS,
            method.methodName().stringValue(),
            method.methodType().stringValue(),
            exceptions(method).collect(joining(", ")),
            standard,
            common(method));
  }

  private static String common(AttributedElement element) {
    var visible = element.findAttribute(Attributes.runtimeVisibleAnnotations());
    var invisible = element.findAttribute(Attributes.runtimeInvisibleAnnotations());
    var annotations =
        Stream.concat(
            visible.stream().flatMap(all -> all.annotations().stream()),
            invisible.stream().flatMap(all -> all.annotations().stream()));
    return " " + signature(element) + " " + annotations.map(Face::text).collect(joining(" "));
  }

  private static String text(Annotation annotation) {
    return annotation.elements().stream()
        .map(element -> element.name().stringValue() + "=" + text(element.value()))
        .collect(joining(", ", "@" + annotation.className().stringValue() + "(", ")"));
  }

  private static String text(AnnotationValue value) {
    return switch (value) {
      case AnnotationValue.OfAnnotation nested -> text(nested.annotation());
      case AnnotationValue.OfArray array ->
          array.values().stream().map(Face::text).collect(joining(", ", "{", "}"));
      case AnnotationValue.OfClass type -> type.className().stringValue();
      case AnnotationValue.OfConstant constant -> String.valueOf(constant.resolvedValue());
      case AnnotationValue.OfEnum of ->
          of.className().stringValue() + "." + of.constantName().stringValue();
    };
  }

  private static String names(Collection<ClassEntry> types) {
    return types.stream().map(ClassEntry::asInternalName).collect(joining(", "));
  }
}
