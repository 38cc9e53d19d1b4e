package dev.reeve;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;

/** The arrows between packages run one way: cli, supervisor, settings, the subjects, text and workspace, files. */
@AnalyzeClasses(packages = "dev.reeve", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String[] SUBJECTS = {
        "dev.reeve.agent..",
        "dev.reeve.task..",
        "dev.reeve.message..",
        "dev.reeve.event..",
        "dev.reeve.schedule..",
        "dev.reeve.launch..",
        "dev.reeve.confine..",
        "dev.reeve.program..",
        "dev.reeve.repository..",
        "dev.reeve.retention..",
        "dev.reeve.cost.."
    };

    private static final String[] KERNEL = {
        "dev.reeve.text..",
        "dev.reeve.workspace..",
        "dev.reeve.agent..",
        "dev.reeve.task..",
        "dev.reeve.message..",
        "dev.reeve.event..",
        "dev.reeve.schedule..",
        "dev.reeve.program..",
        "dev.reeve.repository..",
        "dev.reeve.confine..",
        "dev.reeve.retention..",
        "dev.reeve.cost..",
        "dev.reeve.shared..",
        "dev.reeve.settings..",
        "dev.reeve.supervisor.."
    };

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching("dev.reeve.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule filesKnowNothingOfReeve = noClasses()
            .that()
            .resideInAPackage("dev.reeve.files..")
            .should()
            .dependOnClassesThat(resideInAPackage("dev.reeve..").and(outside("dev.reeve.files")));

    @ArchTest
    static final ArchRule workspaceKnowsFilesAlone = noClasses()
            .that()
            .resideInAPackage("dev.reeve.workspace..")
            .should()
            .dependOnClassesThat(
                    resideInAPackage("dev.reeve..").and(outside("dev.reeve.workspace", "dev.reeve.files")));

    @ArchTest
    static final ArchRule sharedKnowsFilesAndProcessesAlone = noClasses()
            .that()
            .resideInAPackage("dev.reeve.shared..")
            .should()
            .dependOnClassesThat(resideInAPackage("dev.reeve..")
                    .and(outside("dev.reeve.shared", "dev.reeve.files", "dev.reeve.launch")));

    @ArchTest
    static final ArchRule textKnowsNothingOfReeve = noClasses()
            .that()
            .resideInAPackage("dev.reeve.text..")
            .should()
            .dependOnClassesThat(resideInAPackage("dev.reeve..").and(outside("dev.reeve.text")));

    @ArchTest
    static final ArchRule subjectsDoNotKnowWhoUsesThem = noClasses()
            .that()
            .resideInAnyPackage(SUBJECTS)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.reeve.settings..", "dev.reeve.supervisor..", "dev.reeve.cli..")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule settingsDoNotKnowTheSupervisor = noClasses()
            .that()
            .resideInAPackage("dev.reeve.settings..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.reeve.supervisor..", "dev.reeve.cli..");

    @ArchTest
    static final ArchRule nobodyKnowsTheCommandLine = noClasses()
            .that()
            .resideOutsideOfPackage("dev.reeve.cli..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.reeve.cli..");

    @ArchTest
    static final ArchRule commandsDoNotKnowWhoListsThem = noClasses()
            .that()
            .resideInAPackage("dev.reeve.cli.*..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.reeve.cli");

    @ArchTest
    static final ArchRule commandsHaveNoCycles =
            slices().matching("dev.reeve.cli.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule whatAllCommandsStandOnKnowsNone = noClasses()
            .that()
            .resideInAnyPackage("dev.reeve.cli.call..", "dev.reeve.cli.tasks..")
            .should()
            .dependOnClassesThat(
                    resideInAPackage("dev.reeve.cli..").and(outside("dev.reeve.cli.call", "dev.reeve.cli.tasks")));

    @ArchTest
    static final ArchRule aCallKnowsNoTasks = noClasses()
            .that()
            .resideInAPackage("dev.reeve.cli.call..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.reeve.cli.tasks..");

    @ArchTest
    static final ArchRule onlyFilesTouchesTheDisk = noClasses()
            .that()
            .resideInAnyPackage(KERNEL)
            .should()
            .dependOnClassesThat()
            .haveNameMatching(
                    "java\\.nio\\.file\\.Files|java\\.nio\\.channels\\.FileChannel|java\\.io\\.(File|RandomAccessFile|File(Input|Output)Stream|File(Reader|Writer))")
            .because("a simulated disk must be able to stand in for the real one");

    private static DescribedPredicate<JavaClass> outside(String... packages) {
        return DescribedPredicate.describe(
                "reside outside of " + List.of(packages),
                type -> List.of(packages).stream()
                        .noneMatch(name -> type.getPackageName().equals(name)));
    }
}
