"""What is ready to use: the hooks of pre-commit, the Action, the template for GitLab CI, the image, the schema of configurations."""
import json
import os
import pathlib
import re
import shlex
import shutil
import subprocess
import sys

import pytest

from conftest import PACKAGE, binary
from test_validators import check_jsonschema

yaml = pytest.importorskip("yaml", reason="PyYAML is not installed")

FAULTY = "The council closed the the bridge on Monday.\n"
CLEAN = "The mill reopened on Monday.\n"


@pytest.fixture
def calque(tmp_path):
    """The environment in which calque is a command."""
    command = binary()
    if command is None:
        pytest.skip("calque is not built: run `swift build` first")
    folder = tmp_path / "bin"
    folder.mkdir()
    (folder / "calque").symlink_to(pathlib.Path(command).resolve())
    return dict(os.environ, PATH=f"{folder}:{os.environ['PATH']}", HOME=str(tmp_path), TMPDIR=str(tmp_path))


@pytest.fixture
def articles(tmp_path):
    folder = tmp_path / "repository"
    folder.mkdir()
    (folder / "faulty.txt").write_text(FAULTY)
    (folder / "clean.txt").write_text(CLEAN)
    (folder / "notes.rst").write_text(FAULTY)
    return folder


def git(folder, *arguments, **options):
    identity = ["-c", "user.name=Test", "-c", "user.email=test@example.org", "-c", "commit.gpgsign=false"]
    run = subprocess.run(["git", *identity, *arguments], cwd=folder, capture_output=True, text=True, **options)
    assert run.returncode == 0, run.stderr
    return run.stdout.strip()


# pre-commit


def pre_commit(folder, *arguments, **options):
    pytest.importorskip("pre_commit", reason="pre-commit is not installed")
    if shutil.which("git") is None:
        pytest.skip("git is not installed")
    return subprocess.run(
        [sys.executable, "-m", "pre_commit", *arguments], cwd=folder, capture_output=True, text=True, timeout=600, **options)


def test_the_manifest_of_hooks_is_valid():
    run = pre_commit(PACKAGE, "validate-manifest", ".pre-commit-hooks.yaml")
    assert run.returncode == 0, run.stdout


def test_the_hook_stops_a_commit(calque, articles, tmp_path):
    hooks = tmp_path / "hooks"
    hooks.mkdir()
    shutil.copy(PACKAGE / ".pre-commit-hooks.yaml", hooks)
    git(hooks, "init", "-q")
    git(hooks, "add", ".")
    git(hooks, "commit", "-qm", "Hooks")
    configuration = {"repos": [{"repo": str(hooks), "rev": git(hooks, "rev-parse", "HEAD"), "hooks": [{"id": "calque"}]}]}
    (articles / ".pre-commit-config.yaml").write_text(yaml.safe_dump(configuration))
    git(articles, "init", "-q")
    git(articles, "add", ".")
    run = pre_commit(articles, "run", "--all-files", env=calque)
    assert run.returncode == 1, run.stdout + run.stderr
    assert "Failed" in run.stdout
    assert re.search(r"^faulty\.txt:1:\d+: .*stands twice", run.stdout, re.M), run.stdout
    assert "clean.txt" not in run.stdout and "notes.rst" not in run.stdout
    (articles / "faulty.txt").write_text(CLEAN)
    git(articles, "add", ".")
    run = pre_commit(articles, "run", "--all-files", env=calque)
    assert run.returncode == 0, run.stdout + run.stderr


# GitHub


def test_the_action_fits_its_schema():
    run = check_jsonschema("--builtin-schema", "vendor.github-actions", PACKAGE / "action.yml")
    assert run.returncode == 0, run.stdout


def run_action(articles, calque, tmp_path, **given):
    """Runs the steps that are scripts, as a runner would, where the action was built before: the last one's run, and the summary."""
    action = yaml.safe_load((PACKAGE / "action.yml").read_text())
    runner = tmp_path / "runner"
    (runner / "calque" / "bin").mkdir(parents=True, exist_ok=True)
    if not (runner / "calque" / "bin" / "calque").exists():
        (runner / "calque" / "bin" / "calque").symlink_to(shutil.which("calque", path=calque["PATH"]))
    inputs = {name: given.get(name, value["default"]) for name, value in action["inputs"].items()}
    assert set(given) <= set(inputs)
    environment = dict(
        calque, PATH="/usr/bin:/bin", GITHUB_ACTION_PATH=str(PACKAGE), RUNNER_TEMP=str(runner),
        **{name: str(runner / name) for name in ("GITHUB_OUTPUT", "GITHUB_PATH", "GITHUB_STEP_SUMMARY")})
    for step in action["runs"]["steps"]:
        if "run" not in step:
            assert re.search(r"@v\d+$", step["uses"])
            continue
        assert step["shell"] == "bash"
        # Inputs come by the environment; in a script they would be code.
        assert "${{" not in step["run"]
        own = {
            name: re.sub(r"\$\{\{ inputs\.(\w+) \}\}", lambda match: inputs[match[1]], value)
            for name, value in step.get("env", {}).items()
        }
        added = pathlib.Path(environment["GITHUB_PATH"])
        path = ":".join((added.read_text().split() if added.exists() else []) + [environment["PATH"]])
        run = subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]], cwd=articles, capture_output=True,
            text=True, env={**environment, **own, "PATH": path}, timeout=600)
        if run.returncode != 0:
            break
    summary = runner / "GITHUB_STEP_SUMMARY"
    assert re.fullmatch(r"hash=[0-9a-f]{16}\n", (runner / "GITHUB_OUTPUT").read_text().splitlines(True)[0])
    return run, summary.read_text() if summary.exists() else ""


def test_the_action_annotates_and_fails(articles, calque, tmp_path):
    run, summary = run_action(articles, calque, tmp_path, sarif="out file.sarif")
    assert run.returncode == 1, run.stderr
    assert re.search(r"^::warning .*file=(\./)?faulty\.txt,line=1,.*stands twice", run.stdout, re.M), run.stdout
    assert "stands twice" in summary
    results = json.loads((articles / "out file.sarif").read_text())["runs"][0]["results"]
    assert [result["ruleId"] for result in results] == ["repeated-word"]


def test_the_action_takes_paths_and_options(articles, calque, tmp_path):
    assert run_action(articles, calque, tmp_path, paths="clean.txt")[0].returncode == 0
    assert run_action(articles, calque, tmp_path, paths="clean.txt\nfaulty.txt\n")[0].returncode == 1
    assert run_action(articles, calque, tmp_path, options="--fail-on critical")[0].returncode == 0
    # What an input says is data, not code.
    run, _ = run_action(articles, calque, tmp_path, paths="$(touch x) ;touch y", options="")
    assert run.returncode == 2 and not (articles / "x").exists() and not (articles / "y").exists()


# GitLab


def test_the_template_fits_its_schema():
    run = check_jsonschema("--builtin-schema", "vendor.gitlab-ci", PACKAGE / ".ci" / "gitlab.yml")
    assert run.returncode == 0, run.stdout


def test_the_template_writes_the_reports_that_it_names(articles, calque):
    job = yaml.safe_load((PACKAGE / ".ci" / "gitlab.yml").read_text())["calque"]
    variables = {name: value for name, value in job["variables"].items()}
    for paths, status in (("clean.txt", 0), ("clean.txt faulty.txt", 1)):
        run = subprocess.run(
            ["sh", "-ec", "\n".join(job["script"])], cwd=articles, capture_output=True, text=True,
            env={**calque, **variables, "CALQUE_PATHS": paths})
        assert run.returncode == status, run.stderr
    reports = job["artifacts"]["reports"]
    assert json.loads((articles / reports["codequality"]).read_text())[0]["check_name"] == "repeated-word"
    assert "repeated-word" in (articles / reports["junit"]).read_text()


# The image


def test_the_image_copies_what_is_there_and_runs_the_command():
    lines = re.sub(r"\\\n", " ", (PACKAGE / "Dockerfile").read_text()).splitlines()
    steps = [line.split(maxsplit=1) for line in lines if line.strip() and not line.startswith("#")]
    stages = [re.split(r"\s+AS\s+", rest)[-1] for name, rest in steps if name == "FROM"]
    assert len(stages) == 2
    ignored = (PACKAGE / ".dockerignore").read_text().split()
    for name, rest in steps:
        if name != "COPY":
            continue
        words = shlex.split(rest)
        if words[0].startswith("--from="):
            assert words[0][len("--from="):] in stages
            continue
        for source in words[:-1]:
            assert (PACKAGE / source).exists() and source not in ignored, source
    # All that the manifest and the embedded tables need is copied.
    copied = {source for name, rest in steps if name == "COPY" for source in shlex.split(rest)[:-1]}
    assert {"Package.swift", "Makefile", "Sources", "Tests", "reports", "scripts"} <= copied
    assert ["ENTRYPOINT", '["calque"]'] in steps


# The schema of configurations


def test_the_schema_of_configurations_is_a_schema():
    run = check_jsonschema("--check-metaschema", PACKAGE / "docs" / "calque-config.schema.json")
    assert run.returncode == 0, run.stdout


def readme_configuration():
    return re.search(r"```yaml\n(extends.*?)```", (PACKAGE / "README.md").read_text(), re.S)[1]


@pytest.mark.parametrize("text, is_valid", [
    (None, True),
    ("rules: {tense-shift: off}", True),
    ("rules: {names: critical, repeated-word: {min-confidence: 0.5}}", True),
    ("rule: {names: off}", False),
    ("rules: {names: loud}", False),
    ("dialect: french", False),
    ("names: von der Leyen", None),
    ("sections: [{rules: {all: off}}]", False),
])
def test_the_schema_says_what_the_command_says(text, is_valid, calque, tmp_path):
    (tmp_path / "house.yml").write_text("dialect: uk\n")
    folder = tmp_path / "articles"
    folder.mkdir()
    path = folder / ".calque.yml"
    path.write_text(text or readme_configuration())
    own = subprocess.run(["calque", "config", str(folder)], env=calque, capture_output=True, text=True)
    run = check_jsonschema("--schemafile", PACKAGE / "docs" / "calque-config.schema.json", path)
    assert (run.returncode == 0) == (own.returncode == 0), run.stdout + own.stderr
    if is_valid is not None:
        assert (own.returncode == 0) == is_valid, own.stderr
