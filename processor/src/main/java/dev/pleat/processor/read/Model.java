package dev.pleat.processor.read;

import dev.pleat.processor.graph.Graph;
import java.util.Map;
import javax.lang.model.element.TypeElement;

/**
 * What the user wrote, understood.
 *
 * @param type the annotated record or class
 * @param packageName empty for the default package
 * @param name the simple name of the class to generate
 * @param isPublic whether that class is public
 * @param kinds the simple name of each layer's annotation, by path
 */
public record Model(
        TypeElement type, String packageName, String name, boolean isPublic, Graph graph, Map<String, String> kinds) {

    /** Returns this model with another graph. */
    public Model withGraph(Graph changed) {
        return new Model(type, packageName, name, isPublic, changed, kinds);
    }
}
