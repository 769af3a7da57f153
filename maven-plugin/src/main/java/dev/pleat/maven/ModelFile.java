package dev.pleat.maven;

import dev.pleat.formats.ReadOptions;
import java.io.File;
import java.util.List;
import org.apache.maven.plugin.MojoFailureException;

/** One model file and the class to write for it: an element of {@code <models>}. */
public final class ModelFile {

    private File model;
    private String className;
    private List<String> inputs = List.of();
    private List<String> outputs = List.of();
    private boolean raiseEpsilon;
    private boolean clampVariance;

    /** Creates an element for Maven to fill. */
    public ModelFile() {}

    ModelFile(
            File model,
            String className,
            List<String> inputs,
            List<String> outputs,
            boolean raiseEpsilon,
            boolean clampVariance) {
        this.model = model;
        this.className = className;
        this.inputs = orNone(inputs);
        this.outputs = orNone(outputs);
        this.raiseEpsilon = raiseEpsilon;
        this.clampVariance = clampVariance;
    }

    private static List<String> orNone(List<String> names) {
        return names == null ? List.of() : names;
    }

    /** Returns the model file, or the folder of a SavedModel. */
    File model() {
        return model;
    }

    /** Returns the qualified name of the class. */
    String className() {
        return className;
    }

    /** Returns how the file is read. */
    ReadOptions options() {
        return new ReadOptions(orNone(inputs), orNone(outputs), raiseEpsilon, clampVariance);
    }

    /** Checks that all is said that must be. */
    void check() throws MojoFailureException {
        if (model == null) {
            throw new MojoFailureException("a <model> without a file\n  fix: name it, <model>"
                    + "${project.basedir}/src/main/models/net.h5</model>");
        } else if (className == null || className.isBlank()) {
            throw new MojoFailureException(
                    model + ": no class is named\n  fix: add <className>com.acme.Net</className> beside <model>");
        } else if (!model.exists()) {
            throw new MojoFailureException(model + ": no such file, for class " + className
                    + "\n  fix: correct <model>, which counts from the project's folder");
        }
    }
}
