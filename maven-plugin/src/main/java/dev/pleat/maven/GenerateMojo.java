package dev.pleat.maven;

import dev.pleat.formats.ModelFiles;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.model.Resource;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;

/**
 * Turns model files into annotated classes, which are compiled with the project, and their weights into resources, where
 * the compiled classes find them. A model whose file and configuration have not changed is not written again.
 */
@Mojo(name = "generate", defaultPhase = LifecyclePhase.GENERATE_SOURCES, threadSafe = true)
public final class GenerateMojo extends AbstractMojo {

    /** The model file, or the folder of a SavedModel. For several models use {@code models}. */
    @Parameter(property = "pleat.model")
    private File model;

    /** The qualified name of the class to write for {@code model}. */
    @Parameter(property = "pleat.className")
    private String className;

    /** The tensors that become inputs, by their name in the file; those of the file if none are named. */
    @Parameter
    private List<String> inputs;

    /** The tensors that become outputs, by their name in the file; those of the file if none are named. */
    @Parameter
    private List<String> outputs;

    /** Whether batch norm's epsilon is raised to 1.001e-5, as TensorFlow's fused kernel did. */
    @Parameter(defaultValue = "false")
    private boolean raiseEpsilon;

    /** Whether a variance that is slightly negative counts as 0 instead of being refused. */
    @Parameter(defaultValue = "false")
    private boolean clampVariance;

    /** Several models, each with the parameters above. */
    @Parameter
    private List<ModelFile> models;

    /** The root of the sources that are written; it is compiled with the project. */
    @Parameter(defaultValue = "${project.build.directory}/generated-sources/pleat")
    private File outputDirectory;

    /** The root of the resources where the weights go; it becomes part of the project's resources. */
    @Parameter(defaultValue = "${project.build.directory}/generated-resources/pleat")
    private File resourcesDirectory;

    /** Whether to do nothing. */
    @Parameter(property = "pleat.skip", defaultValue = "false")
    private boolean skip;

    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    private MavenProject project;

    @Parameter(defaultValue = "${mojoExecution}", readonly = true, required = true)
    private MojoExecution execution;

    /** Creates the goal for Maven to fill. */
    public GenerateMojo() {}

    @Override
    public void execute() throws MojoFailureException {
        if (skip) {
            getLog().info("skipped");
            return;
        }
        List<ModelFile> all = new ArrayList<>(models == null ? List.of() : models);
        if (model != null || className != null) {
            all.add(new ModelFile(model, className, inputs, outputs, raiseEpsilon, clampVariance));
        }
        if (all.isEmpty()) {
            throw new MojoFailureException("there is nothing to generate\n  fix: configure <model> and <className>");
        }
        Path stamps = Path.of(project.getBuild().getDirectory(), "pleat-maven-plugin", execution.getExecutionId());
        new Generation(
                        ModelFiles::read,
                        outputDirectory.toPath(),
                        resourcesDirectory.toPath(),
                        stamps,
                        execution.getVersion(),
                        getLog())
                .run(all);
        project.addCompileSourceRoot(outputDirectory.getPath());
        Resource weights = new Resource();
        weights.setDirectory(resourcesDirectory.getPath());
        project.addResource(weights);
    }
}
