package dev.reeve.text;

import java.util.List;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.comments.CommentLine;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.resolver.Resolver;

/** Composes YAML without guessing types, and stops at the number of nodes that would cost too much memory. */
final class FrugalComposer extends Composer {

    private int nodes;

    FrugalComposer(String text) {
        this(text, limits());
    }

    private FrugalComposer(String text, LoaderOptions limits) {
        super(new ParserImpl(new StreamReader(text), limits), new NoGuesses(), limits);
    }

    private static LoaderOptions limits() {
        LoaderOptions limits = new LoaderOptions();
        limits.setNestingDepthLimit(Growth.DEPTH);
        limits.setMaxAliasesForCollections(50);
        limits.setCodePointLimit(Integer.MAX_VALUE);
        return limits;
    }

    @Override
    protected Node composeScalarNode(String anchor, List<CommentLine> comments) {
        count();
        return super.composeScalarNode(anchor, comments);
    }

    @Override
    protected Node composeSequenceNode(String anchor) {
        count();
        return super.composeSequenceNode(anchor);
    }

    @Override
    protected Node composeMappingNode(String anchor) {
        count();
        return super.composeMappingNode(anchor);
    }

    private void count() {
        if (++nodes > Growth.NODES) {
            throw new TooMany();
        }
    }

    static final class TooMany extends YAMLException {
        private static final long serialVersionUID = 1;

        private TooMany() {
            super("more than " + Growth.NODES + " values");
        }
    }

    /** Leaves every plain scalar a text: YAML 1.1 would make {@code off} false and {@code 1:30} ninety. */
    private static final class NoGuesses extends Resolver {
        @Override
        protected void addImplicitResolvers() {
            // none
        }
    }
}
