package dev.pleat.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.Tree.Kind;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every type that is not private and its public methods and fields have a comment that says what they are. */
final class CommentsTest {
    @ParameterizedTest
    @ValueSource(strings = {"annotations", "runtime", "processor", "formats"})
    void nothingIsWithoutAComment(String module) throws IOException {
        assertThat(uncommented(sources(Path.of("..", module, "src", "main", "java"))))
                .isEmpty();
    }

    @Test
    void seesWhatIsMissing() throws IOException {
        assertThat(uncommented(List.of(Path.of("src/test/java/dev/pleat/processor/CommentsTest.java"))))
                .containsExactly("CommentsTest.java: Missing");
    }

    private static List<Path> sources(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }

    private static List<String> uncommented(List<Path> sources) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<String> found = new ArrayList<>();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            var units = files.getJavaFileObjectsFromPaths(sources);
            JavacTask task = (JavacTask) compiler.getTask(null, files, null, List.of("-proc:none"), null, units);
            DocTrees comments = DocTrees.instance(task);
            for (CompilationUnitTree unit : task.parse()) {
                new Missing(comments, found).scan(unit, null);
            }
        }
        return found;
    }

    static final class Missing extends TreePathScanner<Void, Void> {
        private final DocTrees comments;
        private final List<String> found;

        Missing(DocTrees comments, List<String> found) {
            this.comments = comments;
            this.found = found;
        }

        @Override
        public Void visitClass(ClassTree type, Void unused) {
            boolean hidden = type.getSimpleName().isEmpty()
                    || type.getModifiers().getFlags().contains(Modifier.PRIVATE);
            check(hidden || commented(), type.getSimpleName());
            return super.visitClass(type, unused);
        }

        @Override
        public Void visitMethod(MethodTree method, Void unused) {
            boolean constructor = method.getReturnType() == null;
            check(
                    commented() || constructor || !isPublic(method.getModifiers()) || overrides(method),
                    method.getName());
            return null; // local classes need no comment
        }

        @Override
        public Void visitVariable(VariableTree field, Void unused) {
            boolean constant = getCurrentPath().getParentPath().getLeaf().getKind() == Kind.ENUM;
            check(commented() || constant || !isPublic(field.getModifiers()), field.getName());
            return super.visitVariable(field, unused);
        }

        private void check(boolean fine, CharSequence name) {
            if (!fine) {
                Path file = Path.of(
                        getCurrentPath().getCompilationUnit().getSourceFile().getName());
                found.add(file.getFileName() + ": " + name);
            }
        }

        private boolean commented() {
            String comment = comments.getDocComment(getCurrentPath());
            return comment != null && !comment.isBlank();
        }

        private boolean isPublic(ModifiersTree modifiers) {
            Tree owner = getCurrentPath().getParentPath().getLeaf();
            return modifiers.getFlags().contains(Modifier.PUBLIC)
                    || owner.getKind() == Kind.INTERFACE
                    || owner.getKind() == Kind.ANNOTATION_TYPE;
        }

        private static boolean overrides(MethodTree method) {
            return method.getModifiers().getAnnotations().stream()
                    .anyMatch(annotation ->
                            annotation.getAnnotationType().toString().equals("Override"));
        }
    }
}
