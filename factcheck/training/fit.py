"""Fine-tunes the start weights into a judge of passages and claims.

The judge reads a passage and a claim in one go (a cross-encoder) and gives three logits. The word embeddings stay as
they are: the encoder that links shares them, and few pairs cannot teach thirty thousand words.
"""

from __future__ import annotations

from dataclasses import dataclass
from random import Random
from typing import TYPE_CHECKING, Final

import torch
from safetensors.torch import save_file
from tokenizers import Tokenizer
from torch.nn.functional import log_softmax
from transformers import BertModel

from factcheck.training.examples import Label

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from factcheck.training.examples import Example
    from factcheck.training.recipe import Recipe

GROUP: Final = 64
"""Batches of pairs that are sorted by length together, so that a batch has little padding."""

PAD: Final = 8
"""Tokens of whose multiple a batch is long."""


@dataclass(frozen=True, slots=True)
class Coded:
    """A pair as numbers: token ids, segment ids, label."""

    ids: list[int]
    segments: list[int]
    label: int
    binary: bool


class Judge(torch.nn.Module):
    """The start weights with a linear head over the first token."""

    def __init__(self, start: Path) -> None:
        super().__init__()
        self.encoder = BertModel.from_pretrained(
            start,
            add_pooling_layer=False,
            attn_implementation="eager",  # fused attention is slower backwards on a CPU
            hidden_dropout_prob=0.0,
            attention_probs_dropout_prob=0.0,
        )
        self.encoder.embeddings.word_embeddings.weight.requires_grad_(requires_grad=False)
        self.head = torch.nn.Linear(self.encoder.config.hidden_size, len(Label))

    def forward(self, ids: torch.Tensor, segments: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        """Return logits of shape (pairs, 3), in the order of `Label`."""
        states = self.encoder(input_ids=ids, token_type_ids=segments, attention_mask=mask).last_hidden_state
        logits: torch.Tensor = self.head(states[:, 0]).float()
        return logits

    def save(self, folder: Path) -> None:
        """Write the weights: the encoder as transformers does, the head beside it."""
        folder.mkdir(parents=True, exist_ok=True)
        self.encoder.save_pretrained(folder)
        save_file(
            {name: value.contiguous() for name, value in self.head.state_dict().items()}, folder / "head.safetensors"
        )


def code(examples: Sequence[Example], tokenizer: Tokenizer) -> list[Coded]:
    """Return pairs as numbers; of what is too long the passage is cut, never the claim."""
    texts = [(example.passage, example.claim) for example in examples]
    encodings = tokenizer.encode_batch(texts)
    return [
        Coded(ids=one.ids, segments=one.type_ids, label=int(example.label), binary=example.binary)
        for one, example in zip(encodings, examples, strict=True)
    ]


def open_tokenizer(start: Path, *, most: int) -> Tokenizer:
    """Return the tokenizer of the start weights, which cuts passages to `most` tokens of a pair."""
    tokenizer = Tokenizer.from_file(str(start / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.enable_truncation(most, strategy="only_first")
    return tokenizer


def fit(
    judge: Judge,
    rounds: Sequence[Sequence[Coded]],
    recipe: Recipe,
    *,
    on_step: Callable[[int, int, float], None],
) -> None:
    """Train on rounds of pairs, one after the other. `on_step` is called with the step, their total and the loss."""
    device = next(judge.parameters()).device
    batches = [batch for number, pairs in enumerate(rounds) for batch in _draw_batches(pairs, recipe, number)]
    encoder = [one for one in judge.encoder.parameters() if one.requires_grad]
    groups = [
        {"params": encoder, "lr": recipe.rate},
        {"params": list(judge.head.parameters()), "lr": recipe.head_rate},
    ]
    optimizer = torch.optim.AdamW(groups, weight_decay=recipe.decay, fused=True)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: _scale(step, len(batches), recipe.warm_up))
    judge.train()
    for step, batch in enumerate(batches, 1):
        with torch.autocast(device.type, dtype=torch.bfloat16):
            logits = judge(*(part.to(device) for part in _pad(batch)))
        loss = measure_loss(logits, batch, smoothing=recipe.smoothing)
        loss.backward()
        torch.nn.utils.clip_grad_norm_([*encoder, *judge.head.parameters()], 1.0)
        optimizer.step()
        schedule.step()
        optimizer.zero_grad(set_to_none=True)
        on_step(step, len(batches), float(loss.detach()))


def measure_loss(logits: torch.Tensor, batch: Sequence[Coded], *, smoothing: float) -> torch.Tensor:
    """Return the mean cross-entropy; "not supported" of a binary pair is refutes or neutral, as the judge likes."""
    labels = torch.tensor([one.label for one in batch], device=logits.device)
    open_ended = torch.tensor([one.binary and one.label == Label.NEUTRAL for one in batch], device=logits.device)
    logs = log_softmax(logits, dim=-1)
    told = logs.gather(1, labels[:, None])[:, 0]
    either = torch.logsumexp(logs[:, [Label.REFUTES, Label.NEUTRAL]], dim=-1)
    sure = torch.where(open_ended, either, (1 - smoothing) * told + smoothing * logs.mean(dim=-1))
    return -sure.mean()


def predict(judge: Judge, pairs: Sequence[Coded], *, size: int = 64) -> torch.Tensor:
    """Return logits of shape (pairs, 3) on the judge's device's own precision, in the order of the pairs."""
    device = next(judge.parameters()).device
    order = sorted(range(len(pairs)), key=lambda place: len(pairs[place].ids))
    answers = torch.zeros(len(pairs), len(Label))
    judge.eval()
    with torch.inference_mode():
        for start in range(0, len(order), size):
            places = order[start : start + size]
            answers[places] = judge(*(part.to(device) for part in _pad([pairs[one] for one in places]))).cpu()
    return answers


def _draw_batches(pairs: Sequence[Coded], recipe: Recipe, number: int) -> Iterator[list[Coded]]:
    """Batches of like length, in an order that is drawn."""
    draw = Random(f"{recipe.seed} batches {number}")
    places = list(range(len(pairs)))
    draw.shuffle(places)
    batches = []
    for start in range(0, len(places), GROUP * recipe.batch):
        group = sorted(places[start : start + GROUP * recipe.batch], key=lambda place: len(pairs[place].ids))
        batches += [group[at : at + recipe.batch] for at in range(0, len(group), recipe.batch)]
    draw.shuffle(batches)
    for batch in batches:
        yield [pairs[place] for place in batch]


def _pad(batch: Sequence[Coded]) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    """Token ids, segment ids and mask, each of shape (pairs, tokens)."""
    longest = -(-max(len(one.ids) for one in batch) // PAD) * PAD
    ids = torch.zeros(len(batch), longest, dtype=torch.long)
    segments, mask = torch.zeros_like(ids), torch.zeros_like(ids)
    for row, one in enumerate(batch):
        ids[row, : len(one.ids)] = torch.tensor(one.ids)
        segments[row, : len(one.ids)] = torch.tensor(one.segments)
        mask[row, : len(one.ids)] = 1
    return ids, segments, mask


def _scale(step: int, steps: int, warm_up: float) -> float:
    """The learning rate rises over the first share of the steps and then falls to nothing in a line."""
    done = (step + 1) / steps
    return min(done / warm_up, (1 - done) / (1 - warm_up)) if done < 1 else 0.0
