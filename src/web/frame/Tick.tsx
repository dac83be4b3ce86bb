// A box to tick, with what it means and a hint.

interface TickProps {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly isTicked: boolean;
  readonly onTick: (isTicked: boolean) => void;
}

export function Tick({ id, label, hint, isTicked, onTick }: TickProps) {
  return (
    <div class="tick">
      <input type="checkbox" id={id} checked={isTicked} {...(hint === undefined ? {} : { "aria-describedby": `${id}-hint` })} onChange={({ currentTarget }) => onTick(currentTarget.checked)} />
      <div>
        <label for={id}>{label}</label>
        {hint !== undefined && <p class="soft" id={`${id}-hint`}>{hint}</p>}
      </div>
    </div>
  );
}
