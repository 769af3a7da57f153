package dev.pleat.processor.read;

import dev.pleat.processor.diagnostics.Diagnostics;
import dev.pleat.processor.diagnostics.Origin;
import dev.pleat.processor.diagnostics.Problem;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Reads one annotated record or class. */
public final class ModelReader {

    /** Words that are no keywords and yet no names of types. */
    private static final Set<String> NO_TYPES = Set.of("var", "yield", "record", "sealed", "permits");

    private final Elements elements;
    private final Types types;
    private final Predicate<Element> inSources;
    private final Set<String> generated = new HashSet<>();

    /**
     * @param inSources whether an element is being compiled, so that problems can be reported at it
     */
    public ModelReader(Elements elements, Types types, Predicate<Element> inSources) {
        this.elements = elements;
        this.types = types;
        this.inSources = inSources;
    }

    /** Returns the model, or nothing once all its problems are reported. */
    public Optional<Model> read(TypeElement type, Diagnostics diagnostics) {
        if (!checkKind(type, diagnostics)) {
            return Optional.empty();
        }
        checkClass(type, diagnostics);
        checkInherited(type, diagnostics);
        List<Member> members = new Members(diagnostics, null).of(type);
        Assembly assembly = new Assembly();
        readBody(type, members, assembly, diagnostics);
        if (diagnostics.awaitsOthers()) {
            return Optional.empty();
        }
        String name = generatedName(type, diagnostics);
        if (!diagnostics.isClean()) {
            return Optional.empty();
        }
        String packageName = elements.getPackageOf(type).getQualifiedName().toString();
        return Optional.of(new Model(type, packageName, name, isPublic(type), assembly.graph(), assembly.kinds()));
    }

    private void readBody(TypeElement type, List<Member> members, Assembly assembly, Diagnostics diagnostics) {
        boolean hasInput = members.stream().anyMatch(member -> member.isInput() || !member.readable());
        boolean hasLayer = members.stream().anyMatch(member -> !member.isInput());
        if (!hasLayer) {
            diagnostics.error(modelOrigin(type), null, Problem.NO_LAYERS, type.getSimpleName());
            return;
        }
        if (!hasInput) {
            diagnostics.error(modelOrigin(type), null, Problem.NO_INPUT, type.getSimpleName());
            assembly.incomplete();
        }
        Blocks blocks = new Blocks(assembly, diagnostics, types, inSources);
        Scope scope = new Scope("", members.stream().map(Member::name).toList());
        BodyReader reader = new BodyReader(assembly, diagnostics, blocks, scope, null, Map.of());
        String last = reader.read(members, hasInput ? null : "#input");
        assembly.output(members.get(members.size() - 1).name(), last);
        for (Assembly.Part part : assembly.unread()) {
            boolean input =
                    members.stream().anyMatch(m -> m.isInput() && m.name().equals(part.name()));
            diagnostics.error(part.origin(), null, input ? Problem.UNUSED_INPUT : Problem.UNREACHABLE, part.name());
        }
    }

    private static boolean checkKind(TypeElement type, Diagnostics diagnostics) {
        if (type.getKind() == ElementKind.RECORD || type.getKind() == ElementKind.CLASS) {
            return true;
        }
        String kind = switch (type.getKind()) {
            case ENUM -> "an enum";
            case INTERFACE -> "an interface";
            case ANNOTATION_TYPE -> "an annotation";
            default -> "a " + type.getKind();
        };
        diagnostics.error(modelOrigin(type), null, Problem.MODEL_KIND, type.getSimpleName(), kind);
        return false;
    }

    private static void checkClass(TypeElement type, Diagnostics diagnostics) {
        if (!type.getTypeParameters().isEmpty()) {
            diagnostics.error(modelOrigin(type), null, Problem.MODEL_GENERIC, type.getSimpleName());
        }
        for (Element e = type; e instanceof TypeElement; e = e.getEnclosingElement()) {
            if (e.getModifiers().contains(Modifier.PRIVATE)) {
                diagnostics.error(modelOrigin(type), null, Problem.MODEL_PRIVATE, e.getSimpleName());
            }
        }
    }

    private void checkInherited(TypeElement type, Diagnostics diagnostics) {
        var parent = type.getSuperclass();
        while (parent.getKind() == TypeKind.DECLARED) {
            TypeElement element = (TypeElement) ((DeclaredType) parent).asElement();
            boolean layers = element.getEnclosedElements().stream()
                    .anyMatch(e -> e.getKind() == ElementKind.FIELD && Members.isLayer(e.asType()));
            if (layers) {
                diagnostics.error(
                        modelOrigin(type), null, Problem.MODEL_INHERITS, type.getSimpleName(), element.getSimpleName());
            }
            parent = element.getSuperclass();
        }
    }

    /** Returns the generated class's name: that of the model and its enclosing classes with {@code Model} behind. */
    private String generatedName(TypeElement type, Diagnostics diagnostics) {
        if (!Attributes.isResolved(mirror(type))) {
            diagnostics.unresolved();
            return "";
        }
        String asked = (String) new Attributes(mirror(type), Map.of()).get("name");
        StringBuilder name = new StringBuilder(type.getSimpleName());
        for (Element e = type.getEnclosingElement(); e instanceof TypeElement; e = e.getEnclosingElement()) {
            name.insert(0, e.getSimpleName() + "_");
        }
        String result = asked == null || asked.isEmpty() ? name.append("Model").toString() : asked;
        if (!SourceVersion.isIdentifier(result) || SourceVersion.isKeyword(result) || NO_TYPES.contains(result)) {
            diagnostics.error(modelOrigin(type), "name", Problem.BAD_NAME, type.getSimpleName(), result);
            return result;
        }
        String packageName = elements.getPackageOf(type).getQualifiedName().toString();
        String qualified = packageName.isEmpty() ? result : packageName + "." + result;
        TypeElement existing = elements.getTypeElement(qualified);
        if (existing != null && inSources.test(existing) || !generated.add(qualified)) {
            diagnostics.error(modelOrigin(type), "name", Problem.NAME_TAKEN, type.getSimpleName(), qualified);
        }
        return result;
    }

    private static boolean isPublic(TypeElement type) {
        for (Element e = type; e instanceof TypeElement; e = e.getEnclosingElement()) {
            boolean inInterface = e.getEnclosingElement().getKind().isInterface();
            if (!inInterface && !e.getModifiers().contains(Modifier.PUBLIC)) {
                return false;
            }
        }
        return true;
    }

    private static Origin modelOrigin(TypeElement type) {
        return new Origin(type, mirror(type));
    }

    private static AnnotationMirror mirror(TypeElement type) {
        Set<String> names = Set.of(Members.LANGUAGE + ".Model");
        return type.getAnnotationMirrors().stream()
                .filter(mirror -> names.contains(Members.qualifiedName(mirror)))
                .findFirst()
                .orElseThrow();
    }
}
