package dev.vsh.it.harness;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Compares {@link Requires} with what the machine has. */
final class RequiresCondition implements ExecutionCondition {
    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        List<Need> needs =
                AnnotationSupport.findAnnotation(context.getElement(), Requires.class)
                        .map(annotation -> Arrays.asList(annotation.value()))
                        .orElse(List.of());
        String missing =
                needs.stream()
                        .filter(need -> !means(context).has(need))
                        .map(Need::name)
                        .collect(Collectors.joining(", "));
        return missing.isEmpty()
                ? ConditionEvaluationResult.enabled("the machine has all that is needed")
                : ConditionEvaluationResult.disabled("requires " + missing);
    }

    private static Means means(ExtensionContext context) {
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.create(RequiresCondition.class))
                .getOrComputeIfAbsent(Means.class, _ -> Means.ofThisMachine(), Means.class);
    }
}
