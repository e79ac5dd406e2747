"""Fine-tuning jobs: members for each method, and deprecated members."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from presend.openai.rules.parts import type_of
from presend.openai.today.model_facts import refuses
from presend.openai.today.rules.batches import is_path
from presend.problems import Finding
from presend.rule import rule, said

if TYPE_CHECKING:
    from collections.abc import Iterator

JOB = "CreateFineTuningJobRequest"
METHODS = ("supervised", "dpo", "reinforcement")
FILES = ("training_file", "validation_file")


@rule(
    "fine-tuning.hyperparameters.deprecated",
    "note",
    "prose",
    "Hyperparameters stand below method; the member hyperparameters is deprecated.",
    "Send {'method': {'type': 'supervised', 'supervised': {'hyperparameters': {…}}}}.",
    at=f"{JOB}.hyperparameters",
    sources=said(f"{JOB}/properties/hyperparameters"),
)
def hyperparameters_stand_below_method(value: Any) -> Iterator[Finding]:
    if value is not None:
        yield Finding("Deprecated parameter: {param}. Hyperparameters are passed below method.")


@rule(
    "fine-tuning.validation-file.differs",
    "warning",
    "prose",
    "The validation data is not the training data.",
    "Hold some of the data back, and upload it as a file of its own.",
    at=JOB,
    sources=said(f"{JOB}/properties/validation_file"),
)
def validation_file_is_another(job: Any) -> Iterator[Finding]:
    training, validation = job.get("training_file"), job.get("validation_file")
    if isinstance(validation, str) and training == validation:
        yield Finding("Invalid {param}: expected another file than training_file.", member=("validation_file",))


@rule(
    "fine-tuning.files.purpose",
    "note",
    "prose",
    "training_file and validation_file are ids of files that were uploaded with the purpose fine-tune.",
    "Upload the file with POST /files, and send the id of the answer.",
    at=tuple(f"{JOB}.{name}" for name in FILES),
    sources=said(*(f"{JOB}/properties/{name}" for name in FILES)),
)
def files_are_ids(value: Any) -> Iterator[Finding]:
    if is_path(value):
        yield Finding("Invalid {param}: expected the id of an uploaded file, got a name or a path.")


@rule(
    "fine-tuning.method.member-of-type",
    "warning",
    "inferred",
    "Beside its type a method has the member of that name and no other.",
    "Remove the other one, or change the type.",
    at="FineTuneMethod",
    sources=said("FineTuneMethod/properties/type"),
)
def method_has_the_member_of_its_type(method: Any) -> Iterator[Finding]:
    kind = type_of(method)
    for name in METHODS:
        if kind in METHODS and name != kind and method.get(name) is not None:
            yield Finding(f"Unexpected {{param}}: the type of this method is '{kind}'.", member=(name,))


@rule(
    "fine-tuning.reinforcement.needs-grader",
    "error",
    "inferred",
    "A method of the type reinforcement has the member reinforcement, which holds the grader.",
    "Add {'reinforcement': {'grader': {…}}}.",
    at="FineTuneMethod",
    sources=said("FineTuneMethod/properties/type"),
)
def reinforcement_has_a_grader(method: Any) -> Iterator[Finding]:
    if type_of(method) == "reinforcement" and "reinforcement" not in method:
        text = "Missing required parameter: {param}. It holds the grader."
        yield Finding(text, "missing_required_parameter", ("reinforcement",))


@rule(
    "fine-tuning.model.known",
    "warning",
    "prose",
    "The model is one that can be fine-tuned; models of speech, images and embeddings cannot.",
    "Choose a text model of the guide to fine-tuning.",
    at=f"{JOB}.model",
    sources=said(f"{JOB}/properties/model"),
    as_of="2026-08-21",
)
def model_can_be_fine_tuned(model: Any) -> Iterator[Finding]:
    if refuses(model, "fine_tuning"):
        yield Finding(f"Unsupported model for {{param}}: '{model}' cannot be fine-tuned.", "model_not_available")
