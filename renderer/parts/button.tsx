import type { LucideIcon } from 'lucide-react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { Tooltip, TooltipTrigger } from 'react-aria-components/Tooltip';

type ButtonProps = {
  children: React.ReactNode;
  onPress: () => void;
  look?: 'main' | 'plain' | 'quiet' | 'danger';
  icon?: LucideIcon;
  isDisabled?: boolean;
  label?: string;
  autoFocus?: boolean;
  /** An id of a text that says more, such as why it is disabled. */
  describedBy?: string;
};

/** A button with words. */
export function Button({
  children,
  onPress,
  look = 'plain',
  icon: Icon,
  label,
  describedBy,
  ...rest
}: ButtonProps): React.ReactNode {
  return (
    <AriaButton
      {...rest}
      {...(label !== undefined && { 'aria-label': label })}
      {...(describedBy !== undefined && { 'aria-describedby': describedBy })}
      className={`button button-${look}`}
      onPress={onPress}
    >
      {Icon && <Icon size={16} aria-hidden />}
      <span>{children}</span>
    </AriaButton>
  );
}

type IconButtonProps = {
  icon: LucideIcon;
  label: string;
  keys?: string;
  onPress: () => void;
  isDisabled?: boolean;
  pressed?: boolean;
};

/** A button of one icon; its name shows as a tooltip. */
export function IconButton({
  icon: Icon,
  label,
  keys,
  onPress,
  isDisabled = false,
  pressed,
}: IconButtonProps): React.ReactNode {
  return (
    <TooltipTrigger delay={500}>
      <AriaButton
        aria-label={label}
        className="icon-button"
        isDisabled={isDisabled}
        onPress={onPress}
        {...(pressed !== undefined && { 'aria-pressed': pressed })}
      >
        <Icon size={16} aria-hidden />
      </AriaButton>
      <Tooltip className="tooltip" offset={6}>
        {label}
        {keys !== undefined && <kbd>{keys}</kbd>}
      </Tooltip>
    </TooltipTrigger>
  );
}
